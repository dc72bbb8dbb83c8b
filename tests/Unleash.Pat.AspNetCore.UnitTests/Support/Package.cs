using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Unleash.Pat.TestSupport;

namespace Unleash.Pat.AspNetCore.UnitTests.Support;

/// <summary>A service that uses the package, on a real socket, with a clock that the test sets.</summary>
public sealed class Package : IAsyncDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly WebApplication _app;
    private readonly PackageReadings _readings;

    private Package(FakeService service, WebApplication app, SteppingTime time, CapturedLogs logs)
    {
        (Service, _app, Time, Logs) = (service, app, time, logs);
        _readings = new PackageReadings(app.Services);
    }

    public FakeService Service { get; }

    public SteppingTime Time { get; }

    public CapturedLogs Logs { get; }

    public HttpClient Http { get; } = new(new SocketsHttpHandler { UseCookies = false });

    public string Address => _app.Urls.Single();

    public IServiceProvider Services => _app.Services;

    public UnleashPatVerifier Verifier => _app.Services.GetRequiredService<UnleashPatVerifier>();

    /// <summary>Starts it, with a fake service of its own.</summary>
    /// <param name="options">Changes the options.</param>
    /// <param name="builder">Changes the service that uses the package.</param>
    /// <param name="endpoints">Adds endpoints to the one at <c>/</c> that needs a token.</param>
    public static async Task<Package> StartAsync(
        Action<UnleashPatOptions>? options = null, Action<WebApplicationBuilder>? builder = null, Action<WebApplication>? endpoints = null)
    {
        var service = await FakeService.StartAsync();
        var (time, logs) = (new SteppingTime(Now), new CapturedLogs());
        var web = WebApplication.CreateSlimBuilder();
        web.WebHost.UseUrls("http://127.0.0.1:0");
        web.Logging.ClearProviders().AddProvider(logs).SetMinimumLevel(LogLevel.Trace);
        web.Services.AddAuthorization();
        web.Services.AddAuthentication().AddUnleashPat(settings =>
        {
            (settings.Authority, settings.ClientId, settings.ClientSecret) = (service.Address, "deploy service", "user:v2_own_secret");
            settings.TimeProvider = time;
            options?.Invoke(settings);
        });
        builder?.Invoke(web);
        var app = web.Build();
        app.MapGet("/", (HttpContext context) => string.Join('\n', context.User.Claims.Select(claim => $"{claim.Type}={claim.Value}")))
            .RequireAuthorization();
        endpoints?.Invoke(app);
        var package = new Package(service, app, time, logs);
        await app.StartAsync();
        return package;
    }

    /// <summary>Starts it, and waits until the feed is alive and what is asked is remembered.</summary>
    public static async Task<Package> ReadyAsync(
        Action<UnleashPatOptions>? options = null, Action<WebApplicationBuilder>? builder = null, Action<WebApplication>? endpoints = null)
    {
        var package = await StartAsync(options, builder, endpoints);
        await package.SettleAsync();
        return package;
    }

    /// <summary>Waits until the feed is alive, and passes the time in which nothing is remembered yet.</summary>
    public async Task SettleAsync()
    {
        await ReadingAsync("unleash_pat.feed.alive", 1);
        await PassAsync(TimeSpan.FromSeconds(2));
    }

    /// <summary>Issues a token.</summary>
    public TestToken Issue(TestToken token)
    {
        Service.Issue(token.Text, token.Json);
        return token;
    }

    /// <summary>Lets time pass while the feed is alive.</summary>
    public async Task PassAsync(TimeSpan span)
    {
        for (var left = span; left > TimeSpan.Zero;)
        {
            var step = left < TimeSpan.FromMilliseconds(500) ? left : TimeSpan.FromMilliseconds(500);
            Time.Advance(step);
            await HeardAsync(Service.Feed.Alive);
            left -= step;
        }
    }

    /// <summary>Makes the feed send an event, and waits until it was heard.</summary>
    public async Task HeardAsync(Action send)
    {
        var before = Reading("unleash_pat.feed.events");
        send();
        await ReadingAsync("unleash_pat.feed.events", before + 1);
    }

    public long Reading(string instrument) => _readings.Of(instrument);

    public async Task ReadingAsync(string instrument, long atLeast) =>
        (await Eventually.GetAsync(() => Task.FromResult(Reading(instrument)), seen => seen >= atLeast, null, Cancel.Test))
            .ShouldBeGreaterThanOrEqualTo(atLeast, instrument);

    public async Task<UnleashPatStatus> VerifyAsync(TestToken token) => (await Verifier.VerifyAsync(token.Text, Cancel.Test)).Status;

    /// <summary>Verifies a token twice, and says whether the second time needed no question.</summary>
    public async Task<bool> RemembersAsync(TestToken token)
    {
        (await VerifyAsync(token)).ShouldBe(UnleashPatStatus.Active);
        var asked = Service.AskedAbout(token.Text);
        (await VerifyAsync(token)).ShouldBe(UnleashPatStatus.Active);
        return Service.AskedAbout(token.Text) == asked;
    }

    public Task<HttpResponseMessage> GetAsync(string path, string? authorization)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, Address + path);
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("authorization", authorization);
        }

        return Http.SendAsync(request, Cancel.Test);
    }

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        Http.Dispose();
        _readings.Dispose();
        await _app.DisposeAsync();
    }
}
