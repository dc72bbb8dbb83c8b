using Microsoft.Playwright;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Authentication;

/// <summary>The sign-in page where people sign in by an OpenID provider.</summary>
public sealed class ProviderButtonTests(TestRun run) : BrowserTests(run)
{
    [Fact]
    public async Task Where_passwords_are_closed_the_button_is_all_there_is_and_a_failure_is_told_in_words()
    {
        // Nobody listens there.
        await StartAsync(
            ("Authentication:Password", "false"),
            ("Authentication:OpenIdConnect:Authority", "http://127.0.0.1:1/"),
            ("Authentication:OpenIdConnect:ClientId", "unleash-pat"),
            ("Authentication:OpenIdConnect:DisplayName", "Contoso"));
        var page = await BrowserAsync();
        var signIn = new SignInPage(page);
        await signIn.OpenAsync(Service, "login?redirect=profile");
        await Assertions.Expect(signIn.Password).Not.ToBeVisibleAsync();
        await Assertions.Expect(signIn.Provider).ToHaveTextAsync("Sign in with Contoso");
        await Assertions.Expect(signIn.Provider).ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex("returnUrl=%2Fprofile$"));

        await signIn.Provider.ClickAsync();

        await Assertions.Expect(signIn.Error).ToHaveTextAsync("The provider does not answer. Try again in a moment.");
        await Assertions.Expect(signIn.Provider).ToBeVisibleAsync();
    }
}
