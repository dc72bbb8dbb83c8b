using System.Collections.Concurrent;
using System.Net;
using Unleash.Pat.Client;
using Unleash.Pat.TestSupport.Databases;
using Unleash.Pat.TestSupport.Processes;

namespace Unleash.Pat.EndToEndTests.Support;

/// <summary>A process of the published program, with clients for its API.</summary>
public sealed class UiService : IAsyncDisposable
{
    public const string SessionCookie = "unleash-session";

    private const string AdminToken = "*:*.end-to-end-tests-0123456789";
    private const string Password = "correct horse battery";

    private readonly SqliteEngine _database;
    private readonly RealService _process;
    private readonly ConcurrentBag<HttpClient> _clients = [];

    private UiService(SqliteEngine database, RealService process, Uri address, IReadOnlyDictionary<string, string> databaseSettings)
    {
        DatabaseSettings = [.. databaseSettings.Select(setting => (setting.Key, setting.Value))];
        _database = database;
        _process = process;
        Address = address;
    }

    /// <summary>The address of the start page, with a trailing slash.</summary>
    public Uri Address { get; }

    /// <summary>The settings with which another process uses the same database.</summary>
    public (string Key, string Value)[] DatabaseSettings { get; }

    public static async Task<UiService> StartAsync(string folder, IReadOnlyList<(string Key, string Value)> settings)
    {
        var database = new SqliteEngine();
        var databaseSettings = await database.CreateDatabaseAsync(CancellationToken.None);
        var all = new Dictionary<string, string>(databaseSettings)
        {
            ["InitialAdmin:Password"] = Password,
            ["AdminTokens:0"] = AdminToken,
            ["RateLimiting:LoginPerMinute"] = "100000",
        };
        foreach (var (key, value) in settings)
        {
            all[key] = value;
        }

        var process = RealService.Start(all, program: Path.Combine(folder, RealService.Program));
        var host = await process.ReadyAsync(CancellationToken.None);
        var path = all.TryGetValue("BasePath", out var basePath) ? $"{basePath.Trim('/')}/" : "";
        return new UiService(database, process, new Uri(host, path), databaseSettings);
    }

    /// <summary>The absolute address of a page.</summary>
    public string At(string page) => new Uri(Address, page).AbsoluteUri;

    public async Task<TestUser> CreateUserAsync(RootRole role = RootRole.Viewer)
    {
        var name = $"tester-{Guid.NewGuid():N}"[..20];
        await WithToken(AdminToken).Users.CreateAsync(new NewUser { Username = name, Password = Password, RootRole = role });
        var cookies = new CookieContainer();
        var client = Client(new HttpClientHandler { CookieContainer = cookies });
        await client.Account.SignInAsync(name, Password);
        return new TestUser(name, Password, client, cookies.GetCookies(Address)[SessionCookie]!.Value);
    }

    public IUnleashPatClient WithToken(string secret) => Client(new HttpClientHandler { UseCookies = false }, "Authorization", secret);

    public IUnleashPatClient WithSession(string cookie) =>
        Client(new HttpClientHandler { UseCookies = false }, "Cookie", $"{SessionCookie}={cookie}");

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
        {
            client.Dispose();
        }

        await _process.DisposeAsync();
        await _database.DropAsync();
    }

    private UnleashPatClient Client(HttpClientHandler handler, string? header = null, string? value = null)
    {
        var http = new HttpClient(handler) { BaseAddress = Address };
        _clients.Add(http);
        if (header is not null)
        {
            http.DefaultRequestHeaders.TryAddWithoutValidation(header, value);
        }

        return new UnleashPatClient(http);
    }
}
