using System.Net;
using Microsoft.Playwright;
using Unleash.Pat.Client;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;
using Unleash.Pat.TestSupport;

namespace Unleash.Pat.EndToEndTests;

public sealed class TokenLifeTests(TestRun run) : BrowserTests(run)
{
    [Fact]
    public async Task A_token_is_created_copied_used_and_deleted()
    {
        var person = await Service.PersonAsync();
        var tokens = await TokensAsync(person);
        await Assertions.Expect(tokens.Empty).ToBeVisibleAsync();

        var secret = await CreateAsync(tokens, "build server");
        await tokens.ShouldListAsync("build server");
        await Assertions.Expect(tokens.Row("build server")).ToContainTextAsync("Not used yet");

        (await Service.WithToken(secret).Tokens.ListAsync(Cancel)).ShouldHaveSingleItem().Description.ShouldBe("build server");
        await ShouldBeSeenAsync(person);
        await tokens.Page.ReloadAsync();
        await Assertions.Expect(tokens.Row("build server")).ToBeVisibleAsync();
        await Assertions.Expect(tokens.Row("build server")).Not.ToContainTextAsync("Not used yet");

        await (await tokens.StartDeletingAsync("build server")).Confirm.ClickAsync();
        await Assertions.Expect(tokens.Empty).ToBeVisibleAsync();
        await tokens.ShouldTellAsync("Deleted “build server”.");
        await ShouldBeRefusedAsync(secret);
    }

    [Fact]
    public async Task The_secret_is_gone_with_its_dialog()
    {
        var tokens = await TokensAsync(await Service.PersonAsync());

        var secret = await CreateAsync(tokens, "laptop");

        await Assertions.Expect(tokens.SecretDialog.Heading).ToBeHiddenAsync();
        await tokens.ShouldListAsync("laptop");
        (await Traces.ReadAsync(tokens.Page)).ShouldNotContain(secret);
        Watch.Messages.ShouldAllBe(message => !message.Contains(secret));
        await tokens.Page.ReloadAsync();
        await tokens.ShouldListAsync("laptop");
        (await Traces.ReadAsync(tokens.Page)).ShouldNotContain(secret);
    }

    [Fact]
    public async Task Only_its_own_button_closes_the_secrets_dialog()
    {
        var tokens = await TokensAsync(await Service.PersonAsync());
        await tokens.Page.GetByRole(AriaRole.Link, new() { Name = "Account", Exact = true }).ClickAsync();
        await Assertions.Expect(tokens.Title).ToBeHiddenAsync();
        await tokens.Page.GetByRole(AriaRole.Link, new() { Name = "Tokens", Exact = true }).ClickAsync();
        await Assertions.Expect(tokens.Title).ToBeVisibleAsync();
        await (await tokens.StartCreatingAsync()).CreateAsync("laptop");
        var secret = await tokens.SecretDialog.ReadAsync();
        var address = tokens.Page.Url;

        await tokens.Page.Keyboard.PressAsync("Escape");
        await tokens.Page.Mouse.ClickAsync(5, 5);
        await tokens.Page.EvaluateAsync("new Promise(done => { addEventListener('popstate', done, { once: true }); history.back(); })");

        // What would have closed it has its answer before the copy has.
        (await tokens.SecretDialog.CopyAsync()).ShouldBe(secret);
        tokens.Page.Url.ShouldBe(address);
        await Assertions.Expect(tokens.SecretDialog.Secret).ToHaveTextAsync(secret);
        await tokens.SecretDialog.Close.ClickAsync();
        await tokens.ShouldListAsync("laptop");
    }

    [Fact]
    public async Task Nobody_sees_the_tokens_of_another()
    {
        var first = await Service.PersonAsync();
        var second = await Service.PersonAsync();
        await first.IssueAsync("of the first");
        await second.IssueAsync("of the second");

        await (await TokensAsync(first)).ShouldListAsync("of the first");
        await (await TokensAsync(second)).ShouldListAsync("of the second");
    }

    [Fact]
    public async Task A_token_can_live_for_ever()
    {
        var person = await Service.PersonAsync();
        var tokens = await TokensAsync(person);
        var dialog = await tokens.StartCreatingAsync();

        await dialog.Expires("Never").CheckAsync();
        await dialog.CreateAsync("for ever");
        await tokens.SecretDialog.Close.ClickAsync();

        await tokens.ShouldListAsync("for ever");
        (await person.Client.Tokens.ListAsync(Cancel)).Single().ExpiresAt.Year.ShouldBe(9999);
    }

    /// <summary>Creates a token as a person does, and copies its secret.</summary>
    private static async Task<string> CreateAsync(TokensPage tokens, string description)
    {
        await (await tokens.StartCreatingAsync()).CreateAsync(description);
        var secret = await tokens.SecretDialog.ReadAsync();
        (await tokens.SecretDialog.CopyAsync()).ShouldBe(secret);
        await tokens.SecretDialog.Close.ClickAsync();
        return secret;
    }

    private static async Task ShouldBeSeenAsync(Person person)
    {
        var seen = await Eventually.GetAsync(
            async () => (await person.Client.Tokens.ListAsync(Cancel)).Single().SeenAt, at => at is not null, null, Cancel);
        seen.ShouldNotBeNull();
    }

    private async Task ShouldBeRefusedAsync(string secret)
    {
        var refusal = await Should.ThrowAsync<UnleashPatException>(() => Service.WithToken(secret).Tokens.ListAsync(Cancel));
        refusal.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }
}
