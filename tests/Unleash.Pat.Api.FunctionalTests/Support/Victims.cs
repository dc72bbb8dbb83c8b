using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Unleash.Pat.Api.FunctionalTests.OAuth;

namespace Unleash.Pat.Api.FunctionalTests.Support;

/// <summary>Makes tokens whose rights are taken away, in every way that there is.</summary>
internal sealed class Victims(ServiceClient node)
{
    private const string Never = "2099-01-01T00:00:00Z";

    private readonly ServiceClient _administrator = Administrator(node);
    private int _number;

    /// <summary>How many of each kind: so many, or what a variable says. Many more take long on a slow disk.</summary>
    public static int CountOr(int count) => Environment.GetEnvironmentVariable("UNLEASH_PAT_TEST_REVOCATIONS") is { Length: > 0 } text
        ? int.Parse(text, CultureInfo.InvariantCulture)
        : count;

    /// <summary>Makes so many of each kind.</summary>
    public async Task<IReadOnlyList<Victim>> CreateAsync(int count, IReadOnlyCollection<VictimKind> kinds)
    {
        var victims = new ConcurrentBag<Victim>();
        var few = new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = TestContext.Current.CancellationToken };
        await Parallel.ForEachAsync(
            kinds.SelectMany(kind => Enumerable.Repeat(kind, count)), few, async (kind, _) => victims.Add(await CreateAsync(kind)));
        return [.. victims];
    }

    private static ServiceClient Administrator(ServiceClient node) => node.WithAuthorization(TestService.AdminToken);

    private Task<Victim> CreateAsync(VictimKind kind) => kind switch
    {
        VictimKind.OwnTokenDeleted or VictimKind.UserDeleted => OfUserAsync(kind),
        VictimKind.AdminTokenDeleted => AdminTokenAsync(),
        _ => OfServiceAccountAsync(kind),
    };

    private async Task<Victim> OfUserAsync(VictimKind kind)
    {
        var body = JsonSerializer.Serialize(new { email = $"{Name()}@example.com" });
        var owner = node.WithCookie((await Victim.PatientlyAsync(() => node.PostAsync(ServiceClient.DemoLogin, body))).SessionCookie());
        var token = (await CreateAsync(owner, ServiceClient.Tokens, () => new { })).Read<IssuedToken>();
        return new Victim(token.Secret, OAuthCalls.Verify, 401, kind == VictimKind.UserDeleted
            ? here => Administrator(here).DeleteAsync($"{AccountCalls.Users}/{token.UserId}")
            : here => here.WithCookie(owner.Cookie!).DeleteAsync(token.Path));
    }

    private async Task<Victim> OfServiceAccountAsync(VictimKind kind)
    {
        var role = kind == VictimKind.AccountDemoted ? "Admin" : "Viewer";
        var account = await CreateAsync(AccountCalls.ServiceAccounts, () => new { name = "Bot", username = Name(), rootRole = role });
        var path = $"{AccountCalls.ServiceAccounts}/{account.Id()}";
        var token = await CreateAsync($"{path}/token", () => new { description = "ci", expiresAt = Never });
        var secret = token.Json.GetProperty("secret").GetString()!;
        return kind switch
        {
            VictimKind.RevokedByHolder => new(secret, OAuthCalls.Verify, 401, here => here.PostFormAsync(OAuthCalls.Revoke, ("token", secret))),
            VictimKind.ServiceAccountDeleted => new(secret, OAuthCalls.Verify, 401, here => Administrator(here).DeleteAsync(path)),
            VictimKind.AccountDemoted => new(secret, $"{OAuthCalls.Verify}?role=Admin", 403, here =>
                Administrator(here).PutAsync(path, new { name = "Bot", rootRole = "Viewer" })),
            _ => new(secret, OAuthCalls.Verify, 401, here => Administrator(here).DeleteAsync($"{path}/token/{token.Id()}")),
        };
    }

    private async Task<Victim> AdminTokenAsync()
    {
        var token = await CreateAsync(AccountCalls.ApiTokens, () => new { tokenName = Name(), type = "admin", expiresAt = Never });
        return new(token.Json.GetProperty("secret").GetString()!, $"{ServiceClient.Events}?limit=1", 401, here =>
            Administrator(here).DeleteAsync($"{AccountCalls.ApiTokens}/{token.Id()}"));
    }

    private string Name() => string.Create(CultureInfo.InvariantCulture, $"victim-{Interlocked.Increment(ref _number)}");

    private Task<Answer> CreateAsync(string path, Func<object> body) => CreateAsync(_administrator, path, body);

    // Each attempt has a name of its own, because an attempt that was given up may have succeeded.
    private static async Task<Answer> CreateAsync(ServiceClient client, string path, Func<object> body)
    {
        var answer = await Victim.PatientlyAsync(() => client.PostAsync(path, body()));
        answer.Status.ShouldBe(201, answer.Body);
        return answer;
    }
}
