using System.Globalization;
using MudBlazor;
using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.AdminUi.Forms;

namespace Unleash.Pat.AdminUi.Tokens;

internal static class TokenConfirmations
{
    /// <summary>For example <c>1 token</c>, <c>3 tokens</c>.</summary>
    public static string Count(long count, string name) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {name}{(count == 1 ? "" : "s")}");

    extension(IDialogService dialogs)
    {
        public Task<bool> ConfirmTokenDeletionAsync(string description) => dialogs.ConfirmAsync(
            "Delete this token?",
            $"“{BidiText.Isolate(description)}” stops working at once. This cannot be undone.",
            "Delete token");

        public Task<bool> ConfirmExpiredDeletionAsync(int count) => dialogs.ConfirmAsync(
            "Delete the expired tokens?",
            $"{Count(count, "expired token")} {(count == 1 ? "is" : "are")} deleted. Nothing accepts them any more. This cannot be undone.",
            "Delete expired tokens");

        /// <summary>Asks before a token is switched off.</summary>
        public Task<bool> ConfirmTokenSwitchAsync(string description) => dialogs.ConfirmAsync(
            "Switch this token off?",
            $"“{BidiText.Isolate(description)}” is refused at once, until you switch it on again.",
            "Switch off");
    }
}
