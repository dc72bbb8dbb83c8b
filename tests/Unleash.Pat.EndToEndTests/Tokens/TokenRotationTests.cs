using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Unleash.Pat.Client;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Tokens;

public sealed class TokenRotationTests(TestRun run) : BrowserTests(run)
{
    [Fact]
    public async Task A_token_with_scopes_is_limited_to_them()
    {
        var tokens = await TokensAsync(await Service.CreateUserAsync(RootRole.Admin));
        var dialog = await tokens.StartCreatingAsync();
        await dialog.Expires("Only some scopes").CheckAsync();
        await tokens.Page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new("^api:read") }).CheckAsync();
        await tokens.Page.ShouldRenderCorrectlyAsync("create-scopes");

        await dialog.CreateAsync("reader");
        var program = Service.WithToken(await tokens.SecretDialog.ReadAsync());
        await tokens.SecretDialog.CloseAsync();

        await Assertions.Expect(tokens.Row("reader").GetByText("api:read")).ToBeVisibleAsync();
        await program.Roles.ListAsync(Cancel);
        var refusal = await Should.ThrowAsync<UnleashPatException>(() => program.Tokens.CreateAsync(new NewPersonalAccessToken(), Cancel));
        refusal.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_rotated_token_has_two_secrets_until_the_old_one_ends()
    {
        var user = await Service.CreateUserAsync();
        var old = await user.Client.Tokens.CreateAsync(new NewPersonalAccessToken { Description = "laptop" }, Cancel);
        var tokens = await TokensAsync(user);
        await tokens.Button("Rotate laptop").ClickAsync();
        var rotate = new FormDialogPage(tokens.Page, "Rotate this token", "Rotate token");
        await tokens.Page.GetByRole(AriaRole.Radio, new() { Name = "1 hour", Exact = true }).CheckAsync();
        await tokens.Page.ShouldRenderCorrectlyAsync("rotate");

        await rotate.Submit.ClickAsync();
        var secret = await tokens.SecretDialog.ReadAsync();
        await Assertions.Expect(tokens.Page.GetByRole(AriaRole.Dialog).GetByText(new Regex("The old secret works until .*\\."))).ToBeVisibleAsync();
        await tokens.SecretDialog.CloseAsync();

        await tokens.ShouldShowAsync("Rotated “laptop”.");
        await Assertions.Expect(tokens.Button("Rotate laptop")).ToBeFocusedAsync();
        secret.ShouldNotBe(old.Secret);
        (await BrowserState.ReadAsync(tokens.Page)).ShouldNotContain(secret);
        await Service.WithToken(secret).Account.GetAsync(Cancel);
        await Service.WithToken(old.Secret).Account.GetAsync(Cancel);
    }
}
