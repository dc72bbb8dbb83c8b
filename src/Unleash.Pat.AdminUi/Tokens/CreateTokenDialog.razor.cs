using System.Globalization;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using Unleash.Pat.AdminUi.Forms;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Tokens;

/// <summary>Asks what a token is to be, and issues it. The token that it is closed with has its secret.</summary>
public sealed partial class CreateTokenDialog
{
    private const string DescriptionField = "description";
    private const string ExpiryField = "expiresAt";

    // As HTML has it.
    private const string Minutes = "yyyy-MM-dd'T'HH:mm";

    /// <summary>It closes only by its own buttons: a stray key costs nobody a draft.</summary>
    public static readonly DialogOptions Options =
        FormDialog.Options with { CloseOnEscapeKey = false };

    private static readonly ExpiryChoice[] Choices =
        [ExpiryChoice.SevenDays, ExpiryChoice.ThirtyDays, ExpiryChoice.SixtyDays, ExpiryChoice.NinetyDays, ExpiryChoice.Custom, ExpiryChoice.Never];

    private readonly FormState _form = new(DescriptionField, ExpiryField);
    private readonly NewToken _draft = new();

    /// <summary>Whose token it will be.</summary>
    [Parameter, EditorRequired] public required ITokenHolder Holder { get; set; }

    /// <summary>The descriptions that the account's other tokens have.</summary>
    [Parameter] public IReadOnlyCollection<string> Taken { get; set; } = [];

    /// <summary>Says that the service knows of tokens that <see cref="Taken"/> does not.</summary>
    [Parameter] public EventCallback OnOutdated { get; set; }

    [CascadingParameter] private IMudDialogInstance Dialog { get; set; } = null!;

    private string Now => Time.GetLocalNow().ToString(Minutes, CultureInfo.InvariantCulture);

    private string Curl => _draft.Curl($"{Navigation.BaseUri}{Holder.Path}", Time);

    // That it is missing is told when it is sent; whoever opens the dialog has done nothing wrong yet.
    private void Describe(string text)
    {
        _draft.Description = text;
        _form[DescriptionField] = text.Length == 0 ? null : _draft.DescriptionFault(Taken);
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

        _form[DescriptionField] = _draft.DescriptionFault(Taken);
        _form[ExpiryField] = _draft.ExpiryFault(Time);
        if (_form.HasFaults)
        {
            return;
        }

        IssuedPersonalAccessToken? made = null;
        await _form.SendAsync(async () => made = await Holder.CreateAsync(new NewPersonalAccessToken
        {
            Description = _draft.Description,
            ExpiresAt = ExpiryChoices.Of(_draft.Choice, _draft.Custom, Time),
        }));
        if (made is null)
        {
            await OnOutdated.InvokeAsync();
        }
        else
        {
            Dialog.Close(DialogResult.Ok(made));
        }
    }
}
