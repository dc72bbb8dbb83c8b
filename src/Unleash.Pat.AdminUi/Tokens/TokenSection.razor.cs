using Microsoft.AspNetCore.Components;
using MudBlazor;
using Unleash.Pat.AdminUi.Authentication;
using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.AdminUi.Forms;
using Unleash.Pat.AdminUi.Tables;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Tokens;

/// <summary>Lists an account's tokens, and creates, changes and revokes them.</summary>
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

    [Inject] private TimeProvider Time { get; set; } = null!;

    [Inject] private SessionState Session { get; set; } = null!;

    [SupplyParameterFromQuery(Name = TableQuery.Search)] private string? Search { get; set; }

    private TokenPolicy Policy => TokenPolicy.From(Session);

    private bool CanCreate => Tokens.CanIssue && Policy.IsEnabled;

    private List<PersonalAccessToken> Expired => _tokens?.FindAll(token => token.ExpiresAt <= Time.GetUtcNow()) ?? [];

    private bool IsFull => Policy.MaxPerUser <= _tokens?.Count;

    private string? Count => (_tokens?.Count, Policy.MaxPerUser) switch
    {
        (null, _) => null,
        (var count, null) => $"{count}",
        var (count, most) => $"{count} of {most}",
    };

    private HashSet<string> Descriptions() => _tokens!.Select(token => token.Description).ToHashSet();

    private void Replace(PersonalAccessToken token) => _tokens!.AddOrReplace(token, other => other.Id);

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
                { dialog => dialog.ExistingDescriptions, Descriptions },
            },
            CreateTokenDialog.Options);
        if (created is not null)
        {
            await Dialogs.ShowForResultAsync<SecretDialog, bool>(
                new DialogParameters<SecretDialog> { { dialog => dialog.Token, created } }, ShownOnceDialog.Options);
            Replace(created);
            Snackbar.Notify($"Created “{BidiText.Isolate(created.Description)}”.");
        }
    }

    private async Task RevokeAsync(PersonalAccessToken token)
    {
        _error = null;
        if (await Dialogs.ConfirmTokenDeletionAsync(token.Description))
        {
            _error = await Deletion.DeleteAsync(_tokens!, other => other.Id, token, token.Description, () => Tokens.RevokeAsync(token.Id), StateHasChanged);
        }
    }

    private async Task DeleteExpiredAsync()
    {
        _error = null;
        var expired = Expired;
        if (!await Dialogs.ConfirmExpiredDeletionAsync(expired.Count))
        {
            return;
        }

        _error = await ApiErrors.TryAsync(Tokens.DeleteExpiredAsync, "The expired tokens were not deleted.");
        if (_error is null)
        {
            _tokens!.RemoveAll(token => expired.Any(other => other.Id == token.Id));
            Snackbar.Notify($"Deleted {TokenConfirmations.Count(expired.Count, "expired token")}.");
        }
    }
}
