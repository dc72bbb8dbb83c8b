using MudBlazor;
using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.AdminUi.Forms;

namespace Unleash.Pat.AdminUi.Users;

internal static class UserDeletion
{
    extension(IDialogService dialogs)
    {
        public Task<bool> ConfirmUserDeletionAsync(string name) => dialogs.ConfirmAsync(
            "Delete this user?",
            $"“{BidiText.Isolate(name)}” is signed out everywhere. All tokens of this account, and the admin tokens that it created, stop working at once. This cannot be undone.",
            "Delete user");
    }
}
