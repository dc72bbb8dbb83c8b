using MudBlazor;
using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.AdminUi.Forms;

namespace Unleash.Pat.AdminUi.ServiceAccounts;

internal static class ServiceAccountDeletion
{
    extension(IDialogService dialogs)
    {
        public Task<bool> ConfirmServiceAccountDeletionAsync(string name) => dialogs.ConfirmAsync(
            "Delete this service account?",
            $"All tokens of “{BidiText.Isolate(name)}”, and the admin tokens that it created, stop working at once. This cannot be undone.",
            "Delete service account");
    }
}
