using Microsoft.AspNetCore.Components;
using MudBlazor;
using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.AdminUi.Forms;
using Unleash.Pat.AdminUi.Session;
using Unleash.Pat.AdminUi.Tables;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Tokens;

/// <summary>An account's tokens: the list, and what is done with it.</summary>
public sealed partial class TokenSection
{
    private static readonly TableOrder NewestFirst = new("created", true);

    private List<PersonalAccessToken>? _tokens;
    private string? _problem;

    /// <summary>Whose tokens they are.</summary>
    [Parameter, EditorRequired] public required ITokenHolder Holder { get; set; }

    [Parameter, EditorRequired] public required string Title { get; set; }

    /// <summary>What is loaded, in the middle of a sentence.</summary>
    [Parameter, EditorRequired] public required string What { get; set; }

    /// <summary>Whether the list is the whole page.</summary>
    [Parameter] public bool IsPage { get; set; } = true;

    [Inject] private IDialogService Dialogs { get; set; } = null!;

    [Inject] private ISnackbar Snackbar { get; set; } = null!;

    [Inject] private RowDeletion Deletion { get; set; } = null!;

    [Inject] private SessionState Session { get; set; } = null!;

    [SupplyParameterFromQuery(Name = TableAddress.Search)] private string? Search { get; set; }

    private TokenPolicy Policy => Session.Tokens;

    private bool IsFull => Policy.MaxPerUser <= _tokens?.Count;

    private string? Count => (_tokens?.Count, Policy.MaxPerUser) switch
    {
        (null, _) => null,
        (var count, null) => $"{count}",
        var (count, most) => $"{count} of {most}",
    };

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        _tokens = [.. await Holder.GetAsync(cancellationToken)];
        StateHasChanged();
    }

    private async Task CreateAsync()
    {
        _problem = null;
        var made = await Dialogs.AskAsync<CreateTokenDialog, IssuedPersonalAccessToken>(
            new DialogParameters<CreateTokenDialog>
            {
                { dialog => dialog.Holder, Holder },
                { dialog => dialog.Taken, () => _tokens!.Select(token => token.Description).ToHashSet() },
            },
            CreateTokenDialog.Options);
        if (made is not null)
        {
            await Dialogs.AskAsync<SecretDialog, bool>(
                new DialogParameters<SecretDialog> { { dialog => dialog.Token, made } }, SecretDialog.Options);

            // A list that was asked for meanwhile may know it already.
            _tokens!.RemoveAll(token => token.Id == made.Id);
            _tokens.Add(made);
            Snackbar.Tell($"Created “{Isolated.Text(made.Description)}”.");
        }
    }

    private async Task DeleteAsync(PersonalAccessToken token)
    {
        _problem = null;
        var isSure = await Dialogs.ConfirmAsync(
            "Delete this token?",
            $"“{Isolated.Text(token.Description)}” stops working at once, and whatever uses it is refused. This cannot be undone.",
            "Delete token");
        if (isSure)
        {
            _problem = await Deletion.DeleteAsync(_tokens!, other => other.Id, token, token.Description, () => Holder.DeleteAsync(token.Id), StateHasChanged);
        }
    }
}
