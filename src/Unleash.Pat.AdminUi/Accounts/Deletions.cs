using MudBlazor;
using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.AdminUi.Forms;

namespace Unleash.Pat.AdminUi.Accounts;

/// <summary>Asks before an account is deleted, and says what goes with it.</summary>
internal static class Deletions
{
    extension(IDialogService dialogs)
    {
        public Task<bool> ConfirmUserDeletionAsync(string name) => dialogs.ConfirmAsync(
            "Delete this user?",
            $"“{Isolated.Text(name)}” is signed out everywhere, and all tokens of this account stop working at once, the admin tokens that it made included. This cannot be undone.",
            "Delete user");

        public Task<bool> ConfirmServiceAccountDeletionAsync(string name) => dialogs.ConfirmAsync(
            "Delete this service account?",
            $"All tokens of “{Isolated.Text(name)}” stop working at once, the admin tokens that it made included, and whatever uses them is refused. This cannot be undone.",
            "Delete service account");
    }
}
