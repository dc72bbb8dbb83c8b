using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.AdminUi.Tokens;
using Unleash.Pat.AdminUi.UnitTests.Support;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.UnitTests.Tokens;

/// <summary>The dialog for a new token, for a user who has a token "laptop".</summary>
public abstract class CreateTokenDialogTests : ComponentTests
{
    private static readonly string[] Existing = ["laptop"];

    private protected FakeTokenCollection Tokens { get; } = new();

    protected int RefreshRequests { get; private set; }

    private protected Task<DialogResult?> Result { get; private set; } = Task.FromResult<DialogResult?>(null);

    private protected async Task<IRenderedComponent<Shell>> OpenAsync(Action<TokenRules> rules)
    {
        rules(Config.PersonalAccessTokens);
        await BeginSessionAsync();
        return Open();
    }

    private protected IRenderedComponent<Shell> Open()
    {
        var parameters = new DialogParameters<CreateTokenDialog>
        {
            { dialog => dialog.Tokens, Tokens },
            { dialog => dialog.ExistingDescriptions, () => Existing },
        };
        Services.GetRequiredService<RefreshSignal>().Requested += () => RefreshRequests++;
        (var page, Result) = Open(parameters, CreateTokenDialog.Options);
        return page;
    }

    private protected static void Describe(IRenderedComponent<Shell> page, string text) => page.Find("#description").Input(text);

    private protected static void Choose(IRenderedComponent<Shell> page, string choice) =>
        page.FindAll(".choice").Single(label => label.Text() == choice).QuerySelector("input")!.Change("on");

    private protected static void Pick(IRenderedComponent<Shell> page, string localTime) => page.Find("input[type=datetime-local]").Input(localTime);

    private protected static Task SubmitAsync(IRenderedComponent<Shell> page) => page.Find("form").SubmitAsync();

    private protected static string? FieldError(IRenderedComponent<Shell> page, string id)
    {
        var input = page.Find($"#{id}");
        return input.GetAttribute("aria-invalid") == "true" ? page.Find($"#{id}-error").Text() : null;
    }

    private protected static string Meaning(IRenderedComponent<Shell> page) => page.Find("#expiry-meaning").Text();

    private protected NewPersonalAccessToken Sent => Tokens.Requests.ShouldHaveSingleItem();
}
