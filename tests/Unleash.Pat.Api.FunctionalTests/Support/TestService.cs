using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Unleash.Pat.TestSupport;

namespace Unleash.Pat.Api.FunctionalTests.Support;

/// <summary>A running service, and ways in.</summary>
public sealed class TestService : IAsyncDisposable
{
    public const string AdminName = "admin";
    public const string AdminPassword = "the-first-administrator's";
    public const string AdminToken = "*:*.functional-tests-0123456789";

    private readonly ServiceFactory _factory;
    private readonly HttpClient _http;

    private TestService(
        ServiceFactory factory, HttpClient http, CapturedLogs logs, IReadOnlyDictionary<string, string> database)
    {
        Database = database;
        _factory = factory;
        _http = http;
        Logs = logs;
        Anonymous = new ServiceClient(http);
    }

    /// <summary>What every service of a test is configured with: signing in must not be what a test waits for.</summary>
    public static IReadOnlyDictionary<string, string> Defaults { get; } = new Dictionary<string, string>
    {
        ["InitialAdmin:Username"] = AdminName,
        ["InitialAdmin:Password"] = AdminPassword,
        ["AdminTokens:0"] = AdminToken,
        ["Authentication:Demo"] = "true",
        ["RateLimiting:LoginPerMinute"] = "100000",
        ["RateLimiting:PasswordLinkPerMinute"] = "100000",
    };

    public CapturedLogs Logs { get; }

    /// <summary>The configuration of its database, with which another node can join it.</summary>
    public IReadOnlyDictionary<string, string> Database { get; }

    public IServiceProvider Services => _factory.Services;

    /// <summary>Where it listens.</summary>
    public Uri Address => _http.BaseAddress!;

    /// <summary>A client without credentials.</summary>
    public ServiceClient Anonymous { get; }

    /// <summary>A client with an admin token.</summary>
    public ServiceClient Administrator => Anonymous.WithAuthorization(AdminToken);

    public static async Task<TestService> StartAsync(
        IReadOnlyDictionary<string, string> database, ServiceOptions options)
    {
        var logs = new CapturedLogs();
        var settings = new Dictionary<string, string>(Defaults);
        foreach (var (key, value) in database)
        {
            settings[key] = value;
        }

        foreach (var (key, value) in options.Settings)
        {
            settings[key] = value;
        }

        foreach (var key in options.Unset)
        {
            settings.Remove(key);
        }

        var factory = new ServiceFactory(settings, options, logs);

        // Off the test's own context, because the program's start blocks.
        var http = await Task.Run(() => options.Https ? OverHttps(factory) : OverSockets(factory));
        return new TestService(factory, http, logs, database);
    }

    /// <summary>A new account, signed in.</summary>
    public async Task<TestAccount> AccountAsync(AccountOptions? options = null)
    {
        var account = await (options ?? new AccountOptions()).CreateAsync(Services);
        return account with { Client = await Anonymous.SignInByEmailAsync(account.Email) };
    }

    /// <summary>Stops it, as a supervisor does.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => Services.GetRequiredService<IHost>().StopAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _factory.DisposeAsync();
    }

    // A real web server and real connections, because much of the contract is about what a server does with odd requests.
    private static HttpClient OverSockets(ServiceFactory factory)
    {
        factory.UseKestrel();
        factory.StartServer();
        var addresses = factory.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>();
        return ServiceClient.CreateHttp(new Uri(addresses.Addresses.Single()));
    }

    private static HttpClient OverHttps(ServiceFactory factory) => factory.CreateClient(new()
    {
        BaseAddress = new Uri("https://localhost"),
        AllowAutoRedirect = false,
        HandleCookies = false,
    });
}
