using System.Text.Json;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Processes;

/// <summary>docs/operations.md, "Administer from the command line": beside a running service, by the same rules.</summary>
public abstract class AdministrationCommandTests<TEngine> : ProcessTests<TEngine>
    where TEngine : IDatabaseEngine, new()
{
    [Fact]
    public async Task Tokens_are_listed_switched_and_revoked_while_the_service_runs()
    {
        var service = await ClientAsync(Start());
        var session = await service.SignInByEmailAsync("owner@example.com");
        var token = await session.IssueAsync("""{"description":"\u001b[2Jodd","scopes":["deploy:write"]}""");
        await session.IssueAsync("""{"description":"other"}""");
        var bearer = service.WithAuthorization(token.Secret);
        (await bearer.GetAsync(ServiceClient.Me)).Status.ShouldBe(200);
        var id = token.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);

        var listed = JsonDocument.Parse(await RunAsync("tokens", "list", "--json", "--scope", "deploy:write")).RootElement.GetProperty("tokens");
        listed.GetArrayLength().ShouldBe(1);
        listed[0].GetProperty("owner").GetProperty("email").GetString().ShouldBe("owner@example.com");
        var table = await RunAsync("tokens", "list");
        table.ShouldContain("owner@example.com");
        table.ShouldNotContain("\u001b");

        await RunAsync("tokens", "disable", id);
        await ShouldBecomeAsync(bearer, 401);
        await RunAsync("tokens", "enable", id);
        await ShouldBecomeAsync(bearer, 200);

        (await RunAsync("tokens", "revoke", "--scope", "deploy:write")).ShouldStartWith("1 match, 0 revoked. Add --yes");
        (await RunAsync("tokens", "revoke", "--scope", "deploy:write", "--yes", "--json")).Trim().ShouldBe("""{"matched":1,"revoked":1}""");
        await ShouldBecomeAsync(bearer, 401);
        var events = (await service.WithAuthorization(TestService.AdminToken).GetAsync($"{ServiceClient.Events}?type=pat-deleted")).Json;
        events.GetProperty("events")[0].GetProperty("createdBy").GetString().ShouldBe($"command line ({Environment.UserName})");

        var refused = StartWith("tokens", "revoke", "--yes");
        (await refused.ExitAsync(Cancel)).ShouldBe(1);
        refused.Errors.ShouldStartWith("Unleash.Pat could not do it: ");
        (await session.ListAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_password_is_reset_and_the_user_signs_in_with_it()
    {
        var service = await ClientAsync(Start());

        var reset = JsonDocument.Parse(await RunAsync("users", "reset-password", TestService.AdminName, "--json")).RootElement;

        (await service.TrySignInAsync(TestService.AdminName, TestService.AdminPassword)).ShouldBeError(401, "PasswordMismatch");
        (await service.TrySignInAsync(TestService.AdminName, reset.GetProperty("password").GetString()!)).Status.ShouldBe(200);
        var unknown = StartWith("users", "reset-password", "nobody-here");
        (await unknown.ExitAsync(Cancel)).ShouldBe(1);
        unknown.Errors.ShouldContain("No user found");
    }

    private static Task<Answer> ShouldBecomeAsync(ServiceClient bearer, int status) =>
        Eventually.GetAsync(() => bearer.GetAsync(ServiceClient.Me), answer => answer.Status == status, null, Cancel);

    private async Task<string> RunAsync(params string[] arguments)
    {
        var process = StartWith(arguments);
        (await process.ExitAsync(Cancel)).ShouldBe(0, process.Errors);
        return string.Join('\n', process.Output);
    }
}
