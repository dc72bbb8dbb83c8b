using Microsoft.AspNetCore.Components;
using MudBlazor;
using Unleash.Pat.AdminUi.Authentication;
using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.AdminUi.Forms;
using Unleash.Pat.AdminUi.Tables;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Tokens;

/// <summary>Lists an account's tokens, and creates and revokes them.</summary>
public sealed partial class TokenSection
{
    private static readonly TableOrder NewestFirst = new("created", true);

    private List<PersonalAccessToken>? _tokens;
    private string? _error;

    [Parameter, EditorRequired] public required ITokenCollection Tokens { get; set; }

    [Parameter, EditorRequired] public required string Title { get; set; }

    /// <summary>Names the tokens in the middle of a sentence, for example "your tokens".</summary>
    [Parameter, EditorRequired] public required string What { get; set; }

    /// <summary>Whether the list is a whole page, and not a section of one.</summary>
    [Parameter] public bool IsPage { get; set; } = true;

    [Inject] private IDialogService Dialogs { get; set; } = null!;

    [Inject] private ISnackbar Snackbar { get; set; } = null!;

    [Inject] private Deletion Deletion { get; set; } = null!;

    [Inject] private SessionState Session { get; set; } = null!;

    [SupplyParameterFromQuery(Name = TableQuery.Search)] private string? Search { get; set; }

    private TokenPolicy Policy => TokenPolicy.From(Session.Configuration);

    private bool IsFull => Policy.MaxPerUser <= _tokens?.Count;

    private string? Count => (_tokens?.Count, Policy.MaxPerUser) switch
    {
        (null, _) => null,
        (var count, null) => $"{count}",
        var (count, most) => $"{count} of {most}",
    };

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        _tokens = [.. await Tokens.ListAsync(cancellationToken)];
        StateHasChanged();
    }

    private async Task CreateAsync()
    {
        _error = null;
        var created = await Dialogs.ShowForResultAsync<CreateTokenDialog, IssuedPersonalAccessToken>(
            new DialogParameters<CreateTokenDialog>
            {
                { dialog => dialog.Tokens, Tokens },
                { dialog => dialog.ExistingDescriptions, () => _tokens!.Select(token => token.Description).ToHashSet() },
            },
            CreateTokenDialog.Options);
        if (created is not null)
        {
            await Dialogs.ShowForResultAsync<SecretDialog, bool>(
                new DialogParameters<SecretDialog> { { dialog => dialog.Token, created } }, SecretDialog.Options);
            _tokens!.AddOrReplace(created, token => token.Id);
            Snackbar.Notify($"Created “{BidiText.Isolate(created.Description)}”.");
        }
    }

    private async Task RevokeAsync(PersonalAccessToken token)
    {
        _error = null;
        var isConfirmed = await Dialogs.ConfirmAsync(
            "Delete this token?",
            $"“{BidiText.Isolate(token.Description)}” stops working at once. This cannot be undone.",
            "Delete token");
        if (isConfirmed)
        {
            _error = await Deletion.DeleteAsync(_tokens!, other => other.Id, token, token.Description, () => Tokens.RevokeAsync(token.Id), StateHasChanged);
        }
    }
}
