using Microsoft.AspNetCore.Components;
using MudBlazor;
using Unleash.Pat.AdminUi.Authentication;
using Unleash.Pat.AdminUi.Forms;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Tokens;

/// <summary>Creates a token. The dialog's result is the token with its secret.</summary>
public sealed partial class CreateTokenDialog
{
    private const string DescriptionField = "description";
    private const string ScopesField = "scopes";
    private const string ExpiryField = "expiresAt";

    private const string UnknownOutcome =
        "The token may have been created. If it is in the list, delete it and create another: its secret cannot be shown again.";

    /// <summary>Only the dialog's buttons close it, because the input would be lost.</summary>
    public static readonly DialogOptions Options =
        FormDialog.Options with { CloseOnEscapeKey = false };

    private readonly FormState _form = new(DescriptionField, ScopesField, ExpiryField);
    private TokenDraft _draft = null!;

    /// <summary>Where the token is created.</summary>
    [Parameter, EditorRequired] public required ITokenCollection Tokens { get; set; }

    /// <summary>Returns the descriptions of the account's other tokens.</summary>
    [Parameter] public Func<IReadOnlyCollection<string>> ExistingDescriptions { get; set; } = () => [];

    [Inject] private SessionState Session { get; set; } = null!;

    [CascadingParameter] private IMudDialogInstance Dialog { get; set; } = null!;

    private TokenPolicy Policy => TokenPolicy.From(Session);

    private string DescriptionHint => Policy.RequiresDescription
        ? "Required: what the token will be used for"
        : "What the token will be used for. Without one, the service names the token";

    protected override void OnInitialized() => _draft = new TokenDraft(Policy);

    // A missing description is an error only when the form is sent.
    private void SetDescription(string text)
    {
        _draft.Description = text;
        _form[DescriptionField] = text.Length == 0 ? null : _draft.DescriptionError(ExistingDescriptions());
    }

    private async Task CreateAsync()
    {
        if (_form.IsBusy)
        {
            return;
        }

        _form[DescriptionField] = _draft.DescriptionError(ExistingDescriptions());
        _form[ScopesField] = _draft.Scopes.Error();
        _form[ExpiryField] = _draft.ExpiryError(Time);
        if (_form.HasErrors)
        {
            return;
        }

        IssuedPersonalAccessToken? created = null;
        var request = new NewPersonalAccessToken
        {
            Description = _draft.DescriptionToSend,
            ExpiresAt = _draft.ExpiryToSend(Time),
            Scopes = _draft.Scopes.ToSend?.ToList(),
        };
        if (await _form.SendAsync(async () => created = await Tokens.CreateAsync(request), UnknownOutcome))
        {
            Dialog.Close(DialogResult.Ok(created));
        }
    }
}
