using MudBlazor;
using Unleash.Pat.AdminUi.Forms;

namespace Unleash.Pat.AdminUi.Users;

/// <summary>Shows links with which users set a password.</summary>
internal static class PasswordLinks
{
    extension(IDialogService dialogs)
    {
        /// <summary>Shows a link until the dialog is closed.</summary>
        public async Task ShowPasswordLinkAsync(string title, string name, string? email, string link)
        {
            var parameters = new DialogParameters<PasswordLinkDialog>
            {
                { dialog => dialog.Title, title },
                { dialog => dialog.Name, name },
                { dialog => dialog.Email, email },
                { dialog => dialog.Link, link },
            };
            var dialog = await dialogs.ShowAsync<PasswordLinkDialog>(null, parameters, ShownOnceDialog.Options);
            await dialog.Result;
        }
    }
}
