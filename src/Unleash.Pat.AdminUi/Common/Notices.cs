using MudBlazor;

namespace Unleash.Pat.AdminUi.Common;

/// <summary>News about what has been done, one at a time.</summary>
internal static class Notices
{
    extension(ISnackbar snackbar)
    {
        /// <summary>Tells what has been done; older news gives way.</summary>
        public void Tell(string news, Severity severity = Severity.Success)
        {
            snackbar.Clear();
            snackbar.Add(news, severity);
        }
    }
}
