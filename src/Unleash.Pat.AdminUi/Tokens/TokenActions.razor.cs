using Microsoft.AspNetCore.Components;
using MudBlazor;
using Unleash.Pat.AdminUi.Authentication;
using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.AdminUi.Forms;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Tokens;

/// <summary>Rotates, renames, switches and deletes one token.</summary>
public sealed partial class TokenActions
{
    [Parameter, EditorRequired] public required ITokenCollection Tokens { get; set; }

    [Parameter, EditorRequired] public required PersonalAccessToken Token { get; set; }

    /// <summary>Returns the descriptions of all tokens of the account.</summary>
    [Parameter] public Func<IReadOnlyCollection<string>> Descriptions { get; set; } = () => [];

    /// <summary>The name of the token's account, where the list has those of several.</summary>
    [Parameter] public string? Owner { get; set; }

    /// <summary>Whether a link leads to the token's events, which only administrators may read.</summary>
    [Parameter] public bool HasHistory { get; set; }

    /// <summary>Raised with the token after a change.</summary>
    [Parameter] public EventCallback<PersonalAccessToken> OnChanged { get; set; }

    /// <summary>Raised when deleting is chosen.</summary>
    [Parameter] public EventCallback OnDelete { get; set; }

    /// <summary>Raised with an error message, and with <see langword="null"/> when the next action begins.</summary>
    [Parameter] public EventCallback<string?> OnError { get; set; }

    [Inject] private IDialogService Dialogs { get; set; } = null!;

    [Inject] private ISnackbar Snackbar { get; set; } = null!;

    [Inject] private TimeProvider Time { get; set; } = null!;

    [Inject] private SessionState Session { get; set; } = null!;

    private TokenPolicy Policy => TokenPolicy.From(Session);

    private string Name => BidiText.Isolate(Token.Description);

    private string Label => Owner is null ? Name : $"{Name} of {BidiText.Isolate(Owner)}";

    private bool IsEnabled => Token.Enabled is not false;

    private async Task RotateAsync()
    {
        await OnError.InvokeAsync(null);
        var rotated = await Dialogs.ShowForResultAsync<RotateTokenDialog, IssuedPersonalAccessToken>(
            new DialogParameters<RotateTokenDialog> { { dialog => dialog.Tokens, Tokens }, { dialog => dialog.Token, Token } },
            CreateTokenDialog.Options);
        if (rotated is not null)
        {
            await Dialogs.ShowForResultAsync<SecretDialog, bool>(
                new DialogParameters<SecretDialog> { { dialog => dialog.Token, rotated }, { dialog => dialog.Note, OldSecret(rotated) } }, ShownOnceDialog.Options);
            await ReportAsync(rotated, $"Rotated “{Name}”.");
        }
    }

    private string OldSecret(PersonalAccessToken rotated) => rotated.PreviousSecretExpiresAt is { } end
        ? $"The old secret works until {Timestamps.Exact(end, Time)}."
        : "The old secret has stopped working.";

    private async Task RenameAsync()
    {
        await OnError.InvokeAsync(null);
        var renamed = await Dialogs.ShowForResultAsync<RenameTokenDialog, PersonalAccessToken>(
            new DialogParameters<RenameTokenDialog>
            {
                { dialog => dialog.Tokens, Tokens },
                { dialog => dialog.Token, Token },
                { dialog => dialog.OtherDescriptions, [.. Descriptions().Where(description => description != Token.Description)] },
            });
        if (renamed is not null)
        {
            await ReportAsync(renamed, $"Renamed to “{BidiText.Isolate(renamed.Description)}”.");
        }
    }

    private async Task SwitchAsync()
    {
        await OnError.InvokeAsync(null);
        var isOn = !IsEnabled;
        if (!isOn && !await Dialogs.ConfirmTokenSwitchAsync(Token.Description))
        {
            return;
        }

        PersonalAccessToken? changed = null;
        var error = await ApiErrors.TryAsync(
            async () => changed = await Tokens.UpdateAsync(Token.Id, new PersonalAccessTokenUpdate { Enabled = isOn }),
            $"“{Name}” was not switched {(isOn ? "on" : "off")}.");
        await (error is null ? ReportAsync(changed!, $"Switched {(isOn ? "on" : "off")} “{Name}”.") : OnError.InvokeAsync(error));
    }

    private async Task ReportAsync(PersonalAccessToken token, string message)
    {
        await OnChanged.InvokeAsync(token);
        Snackbar.Notify(message);
    }
}
