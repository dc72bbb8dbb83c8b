using System.Net.Http.Headers;
using System.Text;
using Unleash.Pat.Api.FunctionalTests.Support;

namespace Unleash.Pat.Api.FunctionalTests.OAuth;

/// <summary>The routes by which other services verify tokens.</summary>
internal static class OAuthCalls
{
    public const string Introspect = "/oauth2/introspect";
    public const string Revoke = "/oauth2/revoke";
    public const string Verify = "/auth/verify";
    public const string Revocations = "/oauth2/revocations";

    /// <summary>A text as the whole body of a form, as it is.</summary>
    public static HttpContent Raw(string form, string mediaType = "application/x-www-form-urlencoded") =>
        new ByteArrayContent(Encoding.UTF8.GetBytes(form)) { Headers = { ContentType = MediaTypeHeaderValue.Parse(mediaType) } };

    public static Task<Answer> PostFormAsync(this ServiceClient client, string path, params (string Name, string Value)[] fields) =>
        client.SendAsync(HttpMethod.Post, path, new FormUrlEncodedContent(
            fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    public static Task<Answer> PostRawAsync(this ServiceClient client, string path, string form) =>
        client.SendAsync(HttpMethod.Post, path, Raw(form));

    public static async Task<Answer> IntrospectAsync(this ServiceClient verifier, string token)
    {
        var answer = await verifier.PostFormAsync(Introspect, ("token", token));
        answer.Status.ShouldBe(200, answer.Body);
        return answer;
    }

    public static async Task ShouldBeInactiveAsync(this ServiceClient verifier, string token) =>
        (await verifier.IntrospectAsync(token)).Body.ShouldBe("""{"active":false}""");

    public static string Basic(string user, string password) => BasicOf(Encoding.UTF8.GetBytes($"{user}:{password}"));

    public static string BasicOf(byte[] pair) => $"Basic {Convert.ToBase64String(pair)}";

    /// <summary>A service account with a token, by which other services verify.</summary>
    public static Task<VerifierAccount> VerifierAsync(this TestService service, string? username = null) =>
        service.Administrator.CreateVerifierAsync(username);

    /// <summary>The same, made by an administrator.</summary>
    public static async Task<VerifierAccount> CreateVerifierAsync(this ServiceClient administrator, string? username = null)
    {
        username ??= AccountCalls.Name();
        var account = await administrator.PostAsync(AccountCalls.ServiceAccounts, new { name = "Billing", username, rootRole = 3 });
        account.Status.ShouldBe(201, account.Body);
        var token = await administrator.PostAsync($"{AccountCalls.ServiceAccounts}/{account.Id()}/token", "{}");
        token.Status.ShouldBe(201, token.Body);
        var secret = token.Json.GetProperty("secret").GetString()!;
        return new VerifierAccount(account.Id(), username, token.Id(), secret, administrator.WithAuthorization(Basic(username, secret)));
    }
}

internal sealed record VerifierAccount(long Id, string Username, long TokenId, string Secret, ServiceClient Client);
