using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Unleash.Pat.AdminUi.Forms;

/// <summary>Opens dialogs and waits for what comes of them.</summary>
internal static class Dialogs
{
    extension(IDialogService service)
    {
        /// <summary>Asks whether to do what cannot be undone.</summary>
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
        /// <returns>What it was closed with; the default value where it was cancelled.</returns>
        public async Task<TResult?> AskAsync<TDialog, TResult>(DialogParameters<TDialog> parameters, DialogOptions? options = null)
            where TDialog : IComponent
        {
            var dialog = await service.ShowAsync<TDialog>(null, parameters, options ?? FormDialog.Options);
            return await dialog.GetReturnValueAsync<TResult>();
        }
    }
}
