using System.Diagnostics;
using System.Net;
using Microsoft.Playwright;
using Unleash.Pat.Client;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;
using Unleash.Pat.TestSupport;

namespace Unleash.Pat.EndToEndTests.Tokens;

public sealed class TokenLifecycleTests(TestRun run) : BrowserTests(run)
{
    [Fact]
    public async Task A_token_is_created_copied_used_and_deleted()
    {
        var user = await Service.CreateUserAsync();
        var tokens = await TokensAsync(user);
        await Assertions.Expect(tokens.Empty).ToBeVisibleAsync();

        var secret = await CreateAsync(tokens, "build server");
        await tokens.ShouldListAsync("build server");
        await Assertions.Expect(tokens.Row("build server")).ToContainTextAsync("Not used yet");

        (await Service.WithToken(secret).Tokens.ListAsync(Cancel)).ShouldHaveSingleItem().Description.ShouldBe("build server");
        await ShouldBeSeenAsync(user);
        await tokens.Page.ReloadAsync();
        await Assertions.Expect(tokens.Row("build server")).ToBeVisibleAsync();
        await Assertions.Expect(tokens.Row("build server")).Not.ToContainTextAsync("Not used yet");

        await (await tokens.StartDeletingAsync("build server")).Confirm.ClickAsync();
        await Assertions.Expect(tokens.Empty).ToBeVisibleAsync();
        await tokens.ShouldShowAsync("Deleted “build server”.");
        await ShouldBeRejectedAsync(secret);
    }

    [Fact]
    public async Task The_secret_disappears_with_its_dialog()
    {
        var tokens = await TokensAsync(await Service.CreateUserAsync());

        var secret = await CreateAsync(tokens, "laptop");

        await Assertions.Expect(tokens.SecretDialog.Heading).ToBeHiddenAsync();
        await tokens.ShouldListAsync("laptop");
        (await BrowserState.ReadAsync(tokens.Page)).ShouldNotContain(secret);
        Monitor.Messages.ShouldAllBe(message => !message.Contains(secret));
        await tokens.Page.ReloadAsync();
        await tokens.ShouldListAsync("laptop");
        (await BrowserState.ReadAsync(tokens.Page)).ShouldNotContain(secret);
    }

    [Fact]
    public async Task Only_its_button_closes_the_secret_dialog()
    {
        var tokens = await TokensAsync(await Service.CreateUserAsync());
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

        // The copy finishes after anything that could have closed the dialog.
        (await tokens.SecretDialog.CopyAsync()).ShouldBe(secret);
        tokens.Page.Url.ShouldBe(address);
        await Assertions.Expect(tokens.SecretDialog.Secret).ToHaveTextAsync(secret);
        await tokens.SecretDialog.CloseAsync();
        await tokens.ShouldListAsync("laptop");
    }

    [Fact]
    public async Task The_snippets_work_when_they_are_pasted_into_a_shell()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/curl"), "It needs curl and a POSIX shell.");
        var user = await Service.CreateUserAsync();
        var tokens = await TokensAsync(user);
        await (await tokens.StartCreatingAsync()).CreateAsync("laptop");
        var dialog = tokens.SecretDialog;
        var secret = await dialog.ReadAsync();

        (await ShellAsync($"{await dialog.Sample.InnerTextAsync()} --silent")).ShouldContain($"\"username\":\"{user.Name}\"");
        await dialog.Snippet("Bash").CheckAsync();
        await Assertions.Expect(dialog.Sample).ToContainTextAsync("export");
        (await ShellAsync($"{await dialog.Sample.InnerTextAsync()}\nprintf %s \"$UNLEASH_TOKEN\"")).ShouldBe(secret);
        await dialog.CloseAsync();
    }

    [Fact]
    public async Task A_user_sees_only_their_own_tokens()
    {
        var first = await Service.CreateUserAsync();
        var second = await Service.CreateUserAsync();
        await first.CreateTokenAsync("of the first");
        await second.CreateTokenAsync("of the second");

        await (await TokensAsync(first)).ShouldListAsync("of the first");
        await (await TokensAsync(second)).ShouldListAsync("of the second");
    }

    [Fact]
    public async Task A_token_can_never_expire()
    {
        var user = await Service.CreateUserAsync();
        var tokens = await TokensAsync(user);
        var dialog = await tokens.StartCreatingAsync();

        await dialog.Expires("Never").CheckAsync();
        await dialog.CreateAsync("never expires");
        await tokens.SecretDialog.CloseAsync();

        await tokens.ShouldListAsync("never expires");
        (await user.Client.Tokens.ListAsync(Cancel)).Single().ExpiresAt.Year.ShouldBe(9999);
    }

    private static async Task<string> ShellAsync(string command)
    {
        using var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", command]) { RedirectStandardOutput = true })!;
        var output = await shell.StandardOutput.ReadToEndAsync(Cancel);
        await shell.WaitForExitAsync(Cancel);
        return output;
    }

    /// <summary>Creates a token in the UI, and copies its secret.</summary>
    private static async Task<string> CreateAsync(TokensPage tokens, string description)
    {
        await (await tokens.StartCreatingAsync()).CreateAsync(description);
        var secret = await tokens.SecretDialog.ReadAsync();
        (await tokens.SecretDialog.CopyAsync()).ShouldBe(secret);
        await tokens.SecretDialog.CloseAsync();
        return secret;
    }

    private static async Task ShouldBeSeenAsync(TestUser user)
    {
        var seen = await Eventually.GetAsync(
            async () => (await user.Client.Tokens.ListAsync(Cancel)).Single().SeenAt, at => at is not null, null, Cancel);
        seen.ShouldNotBeNull();
    }

    private async Task ShouldBeRejectedAsync(string secret)
    {
        var exception = await Should.ThrowAsync<UnleashPatException>(() => Service.WithToken(secret).Tokens.ListAsync(Cancel));
        exception.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }
}
