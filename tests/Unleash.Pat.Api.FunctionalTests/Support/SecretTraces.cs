using System.Text.Json;

namespace Unleash.Pat.Api.FunctionalTests.Support;

/// <summary>What a service was told or made, and must have kept nowhere.</summary>
/// <param name="Hidden">Texts that may be found in no log, event or file.</param>
/// <param name="Selector">The selector of a living token, which may.</param>
public sealed record SecretTraces(IReadOnlyList<string> Hidden, string Selector)
{
    private const string Password = "correct horse battery staple";
    private const string WrongPassword = "incorrect donkey battery";

    /// <summary>Uses the service in every way that touches a secret, also in wrong ones.</summary>
    public static async Task<SecretTraces> LeaveAsync(TestService service)
    {
        var account = await service.AccountAsync(new() { Username = "secretive" });
        var kept = await account.Client.IssueAsync();
        var deleted = await account.Client.IssueAsync();
        await account.Client.DeleteAsync(deleted.Path);
        await PresentAsync(service, kept.Secret);
        await PresentAsync(service, deleted.Secret);

        await new AccountOptions { Username = "somebody", Password = Password }.CreateAsync(service.Services);
        var signedIn = await service.Anonymous.SignInAsync("somebody", Password);
        foreach (var name in new[] { "somebody", "nobody" })
        {
            await service.Anonymous.TrySignInAsync(name, WrongPassword);
        }

        await service.Anonymous.PostAsync(ServiceClient.Login, JsonSerializer.Serialize(new { password = Password }));
        await service.Anonymous.PostAsync(ServiceClient.Login, $"{{\"password\":\"{Password}");
        await service.Anonymous.PostAsync("/auth/simple/login", $"[\"{Password}\"]");
        return new SecretTraces(
            [RandomPart(kept.Secret), RandomPart(deleted.Secret), Password, WrongPassword, signedIn.Cookie!.Split('=')[1]],
            kept.Secret[8..30]);
    }

    private static string RandomPart(string secret) => secret[31..68];

    private static async Task PresentAsync(TestService service, string secret)
    {
        var bearer = service.Anonymous.WithAuthorization($"Bearer {secret}");
        await bearer.GetAsync(ServiceClient.Me);
        await bearer.GetAsync($"/api/{secret}");
        await bearer.GetAsync($"{ServiceClient.Tokens}/{secret}");
        await bearer.GetAsync($"{ServiceClient.Events}?type={secret}&limit={secret}");
        await bearer.PostAsync(ServiceClient.Tokens, $"{{\"secret\":\"{secret}\",\"description\":1}}");
        await service.Anonymous.WithAuthorization(secret[..^1]).GetAsync(ServiceClient.Me);
        await service.Anonymous.WithCookie($"unleash-session={secret}").GetAsync(ServiceClient.Me);
    }
}
