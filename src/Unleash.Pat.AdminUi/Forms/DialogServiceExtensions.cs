using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Unleash.Pat.AdminUi.Forms;

internal static class DialogServiceExtensions
{
    extension(IDialogService service)
    {
        /// <summary>Asks for confirmation of an action that cannot be undone.</summary>
        public async Task<bool> ConfirmAsync(string title, string consequence, string action)
        {
            var dialog = await service.ShowAsync<ConfirmDialog>(
                title,
                new DialogParameters<ConfirmDialog>
                {
                    { confirm => confirm.Title, title },
                    { confirm => confirm.Consequence, consequence },
                    { confirm => confirm.Action, action },
                },
                new DialogOptions { CloseOnEscapeKey = true, MaxWidth = MaxWidth.ExtraSmall, FullWidth = true });
            return await dialog.GetReturnValueAsync<bool?>() is true;
        }

        /// <summary>Shows a dialog and waits until it is closed.</summary>
        /// <returns>The dialog's result; the default value if it was cancelled.</returns>
        public async Task<TResult?> ShowForResultAsync<TDialog, TResult>(DialogParameters<TDialog> parameters, DialogOptions? options = null)
            where TDialog : IComponent
        {
            var dialog = await service.ShowAsync<TDialog>(null, parameters, options ?? FormDialog.Options);
            return await dialog.GetReturnValueAsync<TResult>();
        }
    }
}
