using Unleash.Pat.Api.FunctionalTests.Support;

namespace Unleash.Pat.Api.FunctionalTests.Providers;

/// <summary>A browser that signs in by the provider step by step, and keeps the cookies of the service.</summary>
internal sealed class ProviderBrowser(TestService service, string basePath = "") : IDisposable
{
    private const string Html = "text/html";

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    /// <summary>The cookies by name and path.</summary>
    public Dictionary<(string Name, string Path), string> Cookies { get; init; } = [];

    /// <summary>Signs in.</summary>
    /// <returns>The answer at the callback.</returns>
    public async Task<Answer> SignInAsync(string? returnUrl = null) =>
        await GetAsync(await AtProviderAsync((await BeginAsync(returnUrl)).Header("location")!));

    public Task<Answer> BeginAsync(string? returnUrl = null) => GetAsync(
        $"{basePath}/auth/oidc/login{(returnUrl is null ? "" : $"?returnUrl={Uri.EscapeDataString(returnUrl)}")}");

    /// <summary>Signs in at the provider.</summary>
    /// <param name="address">Where the service sent the browser.</param>
    /// <returns>The path of the callback with its query.</returns>
    public async Task<string> AtProviderAsync(string address)
    {
        using var response = await _http.GetAsync(address, TestContext.Current.CancellationToken);
        ((int)response.StatusCode).ShouldBe(302, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return response.Headers.Location!.PathAndQuery;
    }

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public async Task<Answer> SendAsync(HttpMethod method, string path, string accept = Html)
    {
        using var request = new HttpRequestMessage(method, new Uri(service.Address, path));
        request.Headers.TryAddWithoutValidation("accept", accept);
        var sent = Cookies.Where(cookie => path.Split('?')[0].StartsWith(cookie.Key.Path, StringComparison.Ordinal));
        request.Headers.TryAddWithoutValidation("cookie", string.Join("; ", sent.Select(cookie => $"{cookie.Key.Name}={cookie.Value}")));
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        foreach (var header in response.Headers.TryGetValues("set-cookie", out var values) ? values : [])
        {
            Keep(header);
        }

        return await Answer.ReadAsync(response);
    }

    public void Dispose() => _http.Dispose();

    private void Keep(string header)
    {
        var parts = header.Split("; ");
        var (name, value) = (parts[0].Split('=', 2)[0], parts[0].Split('=', 2)[1]);
        var path = parts.Single(part => part.StartsWith("path=", StringComparison.OrdinalIgnoreCase))[5..];
        Cookies[(name, path)] = value;
        if (value.Length == 0)
        {
            Cookies.Remove((name, path));
        }
    }
}
