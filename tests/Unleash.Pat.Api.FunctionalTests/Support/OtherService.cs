using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Unleash.Pat.Api.FunctionalTests.OAuth;

namespace Unleash.Pat.Api.FunctionalTests.Support;

/// <summary>
/// Another service, on a real socket, that verifies tokens by itself. Like <c>/auth/verify</c> of this service it answers
/// 200, or 403 where the account does not have the role; and it tells the claims.
/// </summary>
internal sealed class OtherService : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _http;

    private OtherService(WebApplication app)
    {
        _app = app;
        _http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new Uri(app.Urls.Single()) };
        Client = new ServiceClient(_http);
    }

    /// <summary>A client of it, without credentials.</summary>
    public ServiceClient Client { get; }

    public IServiceProvider Services => _app.Services;

    /// <param name="authentication">How it verifies.</param>
    public static async Task<OtherService> StartAsync(Action<IServiceCollection> authentication)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddAuthorization();
        authentication(builder.Services);
        var app = builder.Build();
        app.MapGet(OAuthCalls.Verify, Answer).RequireAuthorization();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new OtherService(app);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    private static IResult Answer(ClaimsPrincipal user, string? role = null) => role is null || user.IsInRole(role)
        ? Results.Ok(user.Claims.Select(claim => $"{claim.Type}={claim.Value}"))
        : Results.Forbid();
}
