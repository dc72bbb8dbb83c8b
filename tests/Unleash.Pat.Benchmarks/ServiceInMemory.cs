using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Logging;
using Unleash.Pat.Api.Users;

namespace Unleash.Pat.Benchmarks;

/// <summary>The service itself in memory, with a database of its own and one user who has five tokens.</summary>
internal sealed class ServiceInMemory : IDisposable
{
    public const string AdminToken = "*:*.benchmark-0123456789-abcdefghij";

    private const string Tokens = "/api/admin/user/tokens";
    private const string Password = "A password for the benchmark";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("unleash-pat-benchmark-");
    private readonly WebApplicationFactory<CurrentUserController> _factory;
    private readonly WebApplication _nothing;
    private TestServer _server = null!;
    private TestServer _nothingServer = null!;

    private ServiceInMemory()
    {
        _factory = new WebApplicationFactory<CurrentUserController>().WithWebHostBuilder(Configure);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        _nothing = builder.Build();
        _nothing.Run(_ => Task.CompletedTask);
    }

    /// <summary>The user's token.</summary>
    public string Secret { get; private set; } = "";

    /// <summary>The address of the token that was created last.</summary>
    public string LastLocation { get; private set; } = "";

    public static async Task<ServiceInMemory> StartAsync()
    {
        var service = new ServiceInMemory();
        await service._nothing.StartAsync();
        service._nothingServer = service._nothing.GetTestServer();
        using var client = service._factory.CreateClient();
        service._server = service._factory.Server;
        await ReadyAsync(client);
        using var signIn = await client.PostAsJsonAsync("/auth/simple/login", new { username = "admin", password = Password });
        signIn.EnsureSuccessStatusCode();
        service.Secret = await CreateAsync(client);
        for (var others = 0; others < 4; others++)
        {
            await CreateAsync(client);
        }

        return service;
    }

    public async Task<int> SendToNothingAsync() =>
        (await _nothingServer.SendAsync(context => context.Request.Path = "/")).Response.StatusCode;

    /// <summary>Sends a request with the user's token, or with another credential.</summary>
    /// <returns>The length of the answer.</returns>
    public async Task<int> SendAsync(
        string method, string path, string? contentType = null, byte[]? body = null, string? credential = null)
    {
        var answer = await _server.SendAsync(context =>
        {
            var request = context.Request;
            (request.Method, request.Path, request.Host) = (method, path, new HostString("localhost"));
            request.Headers.Authorization = credential ?? Secret;
            if (body is not null)
            {
                (request.ContentType, request.ContentLength, request.Body) = (contentType, body.Length, new MemoryStream(body, writable: false));
            }
        });
        return await ReadAsync(answer);
    }

    public void Dispose()
    {
        _factory.Dispose();
        ((IDisposable)_nothing).Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task<int> ReadAsync(HttpContext answer)
    {
        if (answer.Response.StatusCode >= StatusCodes.Status300MultipleChoices)
        {
            throw new InvalidOperationException($"The service answered {answer.Response.StatusCode}.");
        }

        LastLocation = answer.Response.Headers.Location is [{ } location, ..] ? location : LastLocation;
        var length = 0;
        var buffer = new byte[4096];
        while (await answer.Response.Body.ReadAsync(buffer) is > 0 and var read)
        {
            length += read;
        }

        return length;
    }

    private void Configure(IWebHostBuilder builder) => builder
        .UseEnvironment("Production")
        .UseSetting("ConnectionStrings:UnleashPat", $"Data Source={Path.Combine(_folder.FullName, "benchmark.db")}")
        .UseSetting("InitialAdmin:Password", Password)
        .UseSetting("AdminTokens:0", AdminToken)
        .ConfigureLogging(logging => logging.ClearProviders());

    private static async Task ReadyAsync(HttpClient client)
    {
        while (true)
        {
            using var answer = await client.GetAsync(new Uri("/ready", UriKind.Relative));
            if (answer.IsSuccessStatusCode)
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
    }

    private static async Task<string> CreateAsync(HttpClient client)
    {
        using var answer = await client.PostAsJsonAsync(Tokens, new { });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("secret").GetString()!;
    }
}
