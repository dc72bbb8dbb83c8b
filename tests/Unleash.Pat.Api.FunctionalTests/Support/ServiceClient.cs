using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Unleash.Pat.Api.FunctionalTests.Support;

/// <summary>Sends raw requests with the credentials it was made for, and nothing that was not asked for.</summary>
public sealed class ServiceClient(HttpClient http, string? cookie = null, string? authorization = null)
{
    public const string Tokens = "/api/admin/user/tokens";
    public const string Me = "/api/admin/user";
    public const string Events = "/api/admin/events";
    public const string Login = "/auth/simple/login";
    public const string DemoLogin = "/auth/demo/login";

    /// <summary>The session, as the <c>cookie</c> header has it.</summary>
    public string? Cookie => cookie;

    public static HttpClient CreateHttp(Uri address) => new(new DocumentedTraffic(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
    }))
    {
        BaseAddress = address,
    };

    public static HttpContent Json(string text) => new StringContent(text, Encoding.UTF8, "application/json");

    /// <summary>A client of the same service with this header and no session.</summary>
    public ServiceClient WithAuthorization(string value) => new(http, null, value);

    /// <summary>A client of the same service with this session, and the header besides.</summary>
    public ServiceClient WithCookie(string value, string? header = null) => new(http, value, header);

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<Answer> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path);

    public Task<Answer> PostAsync(string path, string json) => SendAsync(HttpMethod.Post, path, Json(json));

    public async Task<Answer> SendAsync(
        HttpMethod method, string path, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        Add(request.Headers, "cookie", cookie);
        Add(request.Headers, "authorization", authorization);
        foreach (var (name, value) in headers)
        {
            Add(request.Headers, name, value);
        }

        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.ReadAsync(response);
    }

    /// <summary>Issues a token; the request must be accepted.</summary>
    public async Task<IssuedToken> IssueAsync(string json = "{}")
    {
        var answer = await PostAsync(Tokens, json);
        answer.Status.ShouldBe(201, answer.Body);
        return answer.Read<IssuedToken>();
    }

    /// <summary>The account's tokens.</summary>
    public async Task<IReadOnlyList<IssuedToken>> ListAsync()
    {
        var answer = await GetAsync(Tokens);
        answer.Status.ShouldBe(200, answer.Body);
        return answer.Json.GetProperty("pats").Deserialize<IReadOnlyList<IssuedToken>>(Answer.Web)!;
    }

    public Task<Answer> TrySignInAsync(string username, string password) =>
        PostAsync(Login, JsonSerializer.Serialize(new { username, password }));

    /// <summary>A client with a new session, begun with a password.</summary>
    public async Task<ServiceClient> SignInAsync(string username, string password) =>
        WithCookie((await TrySignInAsync(username, password)).SessionCookie());

    /// <summary>A client with a new session, begun by an e-mail address alone.</summary>
    public async Task<ServiceClient> SignInByEmailAsync(string email) =>
        WithCookie((await PostAsync(DemoLogin, JsonSerializer.Serialize(new { email }))).SessionCookie());

    private static void Add(HttpRequestHeaders headers, string name, string? value)
    {
        if (value is not null)
        {
            headers.TryAddWithoutValidation(name, value).ShouldBeTrue();
        }
    }
}
