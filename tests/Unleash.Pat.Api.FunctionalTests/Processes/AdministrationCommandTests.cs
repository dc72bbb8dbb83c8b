using System.Text.Json;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.Domain.Tokens;
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

        await ShouldFailAsync(StartWith("tokens", "revoke", "--yes"), "could not do it", "Name the tokens by id, or by a filter");
        await ShouldFailAsync(StartWith("tokens", "list", "--account-type", "x"), "could not do it", "--account-type must be one of");
        (await session.ListAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_password_is_reset_and_the_user_signs_in_with_it()
    {
        var service = await ClientAsync(Start());

        var reset = JsonDocument.Parse(await RunAsync("users", "reset-password", TestService.AdminName, "--json")).RootElement;

        (await service.TrySignInAsync(TestService.AdminName, TestService.AdminPassword)).ShouldBeError(401, "PasswordMismatch");
        (await service.TrySignInAsync(TestService.AdminName, reset.GetProperty("password").GetString()!)).Status.ShouldBe(200);
        (await RunAsync("users", "unlink", TestService.AdminName)).Trim().ShouldBe("The user was not linked. The user's sessions have ended.");
        var unknown = StartWith("users", "reset-password", "nobody-here");
        (await unknown.ExitAsync(Cancel)).ShouldBe(1);
        unknown.Errors.ShouldBe("Unleash.Pat could not do it: There is no user with the username or the e-mail address nobody-here.");

        await service.SignInByEmailAsync("off@example.com");
        await RunAsync("users", "disable", "off@example.com");
        (await RunAsync("users", "reset-password", "off@example.com")).ShouldContain("The user is switched off, and cannot sign in");
    }

    [Fact]
    public async Task Tokens_that_do_not_exist_are_named_and_the_others_changed()
    {
        var service = await ClientAsync(Start());
        var session = await service.SignInByEmailAsync("owner@example.com");
        var id = (await session.IssueAsync("""{"description":"odd"}""")).Id.ToString(System.Globalization.CultureInfo.InvariantCulture);

        await ShouldFailAsync(StartWith("tokens", "revoke", "9999"), "could not do it", "There is no token with the id 9999; nothing was revoked.");
        await ShouldFailAsync(StartWith("tokens", "disable", "9999"), "could not do it", "There is no token with the id 9999; nothing was switched off.");

        var some = StartWith("tokens", "revoke", "9998", id, "9999");
        (await some.ExitAsync(Cancel)).ShouldBe(1);
        some.Output.ShouldHaveSingleItem().ShouldBe("1 match, 1 revoked.");
        some.Errors.ShouldBe("Unleash.Pat could not do it: There is no token with the id 9998, 9999; the others are revoked.");
        (await session.ListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Accounts_and_tokens_are_imported_from_files_while_the_service_runs()
    {
        const string Plain = "user:98b555423fa020a3e67267fb8462fdb2ef5ab2f44eea6ccfd6b1d0ad";
        var service = await ClientAsync(Start());
        using var folder = new TemporaryFiles();
        var users = folder.Write("username,email,role,passwordHash\nann,Ann@Example.com,Editor,$2b$10$7/TFDyg83r0j9dNanvCehesw0txeiIPxTlLlA3DQXK6Fl22R6QJ0a\n");
        var tokens = folder.Write($"account,description,secret,expiresAt,scopes\nann@example.com,laptop,{Plain},2099-01-01T00:00:00Z,api:read\n");
        var wrong = folder.Write($"account,secret,expiresAt,scopes\nann,{Plain},2099-01-01,api:read API\nbob,{Plain}0,2099-01-01T00:00:00Z,\n");

        var refused = StartWith("import", "csv", "--users", users, "--tokens", wrong);
        (await refused.ExitAsync(Cancel)).ShouldBe(1);
        refused.Errors.ShouldContain("line 2 column expiresAt must be an instant");
        refused.Errors.ShouldContain("line 2 column scopes must be different scopes");
        refused.Errors.ShouldContain("line 3 column account must be");
        refused.Errors.ShouldContain("Nothing was imported.");
        refused.Errors.ShouldNotContain(Plain[10..]);
        (await RunAsync("import", "csv", "--users", users, "--tokens", tokens, "--dry-run")).ShouldContain("users: 1 taken");
        var report = JsonDocument.Parse(await RunAsync("import", "csv", "--users", users, "--tokens", tokens, "--json")).RootElement;
        report.GetProperty("users").GetProperty("taken").GetInt32().ShouldBe(1);
        report.GetProperty("tokens").GetProperty("taken").GetInt32().ShouldBe(1);

        (await service.WithAuthorization(Plain).GetAsync(ServiceClient.Me)).Json.GetProperty("user").GetProperty("username").GetString().ShouldBe("ann");
        (await service.WithAuthorization(Plain).PostAsync(ServiceClient.Tokens, "{}")).ShouldBeError(403, "NoAccessError");
        (await service.TrySignInAsync("ann", "another")).ShouldBeError(401, "PasswordMismatch");
        (await service.TrySignInAsync("ann", "Pa$$w0rd-\u00e9")).Status.ShouldBe(200);
    }

    // More than a page of the inventory, and without descriptions, of which nobody need be told.
    [Fact]
    public async Task All_tokens_are_listed_unless_a_limit_is_given()
    {
        await ClientAsync(Start());
        using var folder = new TemporaryFiles();
        var accounts = Enumerable.Range(0, 110).Select(number => $"user{number}").ToList();
        var users = folder.Write($"username\n{string.Join('\n', accounts)}\n");
        var tokens = folder.Write($"account,secret,expiresAt\n{string.Concat(accounts.Select(account => $"{account},{TokenSecret.Generate().Reveal()},2099-01-01T00:00:00Z\n"))}");

        (await RunAsync("import", "csv", "--users", users, "--tokens", tokens)).ShouldNotContain("changed token");

        CountOf(await RunAsync("tokens", "list", "--json")).ShouldBe(110);
        CountOf(await RunAsync("tokens", "list", "--json", "--limit", "0")).ShouldBe(110);
        CountOf(await RunAsync("tokens", "list", "--json", "--limit", "3")).ShouldBe(3);
        (await RunAsync("tokens", "list")).Split('\n').Length.ShouldBe(1 + 110);
    }

    // The host must not take what belongs to the command for its settings: Notifications:Smtp:From, Notifications:Smtp:Host.
    [Theory]
    [InlineData("--from", "Host=127.0.0.1;Port=1;Database=unleash", "--dry-run")]
    [InlineData("--from", "postgres://unleash@127.0.0.1:1/unleash")]
    [InlineData("--from=Host=127.0.0.1;Port=1")]
    [InlineData("--dry-run", "--from", "Host=127.0.0.1;Port=1;Database=unleash")]
    public async Task An_import_reads_the_database_that_it_names(params string[] arguments)
    {
        await ClientAsync(Start());

        await ShouldFailAsync(StartWith(["import", "unleash", .. arguments]), "could not do it", "The database of Unleash cannot be read: Failed to connect to 127.0.0.1:1");
    }

    private static int CountOf(string listed) => JsonDocument.Parse(listed).RootElement.GetProperty("tokens").GetArrayLength();

    private static Task<Answer> ShouldBecomeAsync(ServiceClient bearer, int status) =>
        Eventually.GetAsync(() => bearer.GetAsync(ServiceClient.Me), answer => answer.Status == status, null, Cancel);

    private async Task<string> RunAsync(params string[] arguments)
    {
        var process = StartWith(arguments);
        (await process.ExitAsync(Cancel)).ShouldBe(0, process.Errors);
        return string.Join('\n', process.Output);
    }

    private sealed class TemporaryFiles : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

        public string Write(string text)
        {
            var path = Path.Combine(_folder.FullName, Path.GetRandomFileName());
            File.WriteAllText(path, text);
            return path;
        }

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
