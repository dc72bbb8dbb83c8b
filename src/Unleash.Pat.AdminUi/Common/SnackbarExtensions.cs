using MudBlazor;

namespace Unleash.Pat.AdminUi.Common;

internal static class SnackbarExtensions
{
    extension(ISnackbar snackbar)
    {
        /// <summary>Shows a message, and removes the previous one.</summary>
        public void Notify(string message, Severity severity = Severity.Success)
        {
            snackbar.Clear();
            snackbar.Add(message, severity);
        }
    }
}
