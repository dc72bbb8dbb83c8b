using System.Globalization;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using Unleash.Pat.AdminUi.Forms;
using Unleash.Pat.AdminUi.Session;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Tokens;

/// <summary>Asks what a token is to be, and issues it. The token that it is closed with has its secret.</summary>
public sealed partial class CreateTokenDialog
{
    private const string DescriptionField = "description";
    private const string ExpiryField = "expiresAt";

    private const string Unknown =
        "It is unknown whether the token was created. If the list shows it, delete it and create another: its secret cannot be shown any more.";

    // As HTML has it.
    private const string Minutes = "yyyy-MM-dd'T'HH:mm";

    /// <summary>It closes only by its own buttons: a stray key costs nobody a draft.</summary>
    public static readonly DialogOptions Options =
        FormDialog.Options with { CloseOnEscapeKey = false };

    private readonly FormState _form = new(DescriptionField, ExpiryField);
    private NewToken _draft = null!;

    /// <summary>Whose token it will be.</summary>
    [Parameter, EditorRequired] public required ITokenHolder Holder { get; set; }

    /// <summary>Gets the descriptions that the account's other tokens have.</summary>
    [Parameter] public Func<IReadOnlyCollection<string>> Taken { get; set; } = () => [];

    [Inject] private SessionState Session { get; set; } = null!;

    [CascadingParameter] private IMudDialogInstance Dialog { get; set; } = null!;

    private TokenPolicy Policy => Session.Tokens;

    private string DescriptionHint => Policy.RequiresDescription
        ? "Required: what the token will be used for"
        : "What the token will be used for; without one, the service names the token";

    private string ExpiryHelp => Policy.MaxLifetime is null ? "expiry-meaning" : "expiry-meaning expiry-limit";

    private string Curl => _draft.Curl($"{Navigation.BaseUri}{Holder.Path}", Time);

    protected override void OnInitialized() => _draft = new NewToken(Policy);

    private string Clock(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Time.LocalTimeZone).ToString(Minutes, CultureInfo.InvariantCulture);

    // That it is missing is told when it is sent; whoever opens the dialog has done nothing wrong yet.
    private void Describe(string text)
    {
        _draft.Description = text;
        _form[DescriptionField] = text.Length == 0 ? null : _draft.DescriptionFault(Taken());
    }

    private void Choose(ExpiryChoice choice)
    {
        _draft.Choose(choice, Time);
        _form[ExpiryField] = null;
    }

    private void Pick(string? text)
    {
        _draft.Custom = DateTime.TryParse(text, CultureInfo.InvariantCulture, out var picked) ? picked : null;
        _form[ExpiryField] = _draft.ExpiryFault(Time);
    }

    private async Task CreateAsync()
    {
        if (_form.IsBusy)
        {
            return;
        }

        _form[DescriptionField] = _draft.DescriptionFault(Taken());
        _form[ExpiryField] = _draft.ExpiryFault(Time);
        if (_form.HasFaults)
        {
            return;
        }

        IssuedPersonalAccessToken? made = null;
        var asked = new NewPersonalAccessToken { Description = _draft.SentDescription, ExpiresAt = _draft.SentExpiry(Time) };
        if (await _form.SendAsync(async () => made = await Holder.CreateAsync(asked), Unknown))
        {
            Dialog.Close(DialogResult.Ok(made));
        }
    }
}
