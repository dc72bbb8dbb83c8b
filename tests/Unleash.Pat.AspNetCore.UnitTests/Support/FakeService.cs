using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Unleash.Pat.TestSupport;

namespace Unleash.Pat.AspNetCore.UnitTests.Support;

/// <summary>The wire of Unleash.Pat as the package uses it, on a real socket: it can stall, cut, delay and refuse.</summary>
public sealed class FakeService : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, string> _tokens = new();
    private readonly ConcurrentQueue<(string Token, string Authorization)> _questions = new();
    private int _atATime;

    private FakeService(WebApplication app) => _app = app;

    public FakeFeed Feed { get; } = new();

    public string Address => _app.Urls.Single();

    /// <summary>What introspection was asked, with the credentials.</summary>
    public IReadOnlyCollection<(string Token, string Authorization)> Questions => _questions;

    /// <summary>How many questions were on their way at the same moment, at the most.</summary>
    public int MostAtATime { get; private set; }

    /// <summary>Called before a question is answered; what it returns is waited for after the answer is known.</summary>
    public Func<int, Task>? Delay { get; set; }

    public HttpStatusCode IntrospectionStatus { get; set; } = HttpStatusCode.OK;

    /// <summary>What introspection answers as <c>Retry-After</c>.</summary>
    public string? RetryAfter { get; set; }

    public static async Task<FakeService> StartAsync(string address = "http://127.0.0.1:0")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        var service = new FakeService(builder.Build());
        service._app.MapPost("/oauth2/introspect", service.IntrospectAsync);
        service._app.MapGet("/oauth2/revocations", service.Feed.ListenAsync);
        await service._app.StartAsync();
        return service;
    }

    public void Issue(string token, string json) => _tokens[token] = json;

    public void Revoke(string token) => _tokens.TryRemove(token, out _);

    public int AskedAbout(string token) => _questions.Count(question => question.Token == token);

    /// <summary>Waits until so many questions came.</summary>
    public async Task QuestionsAsync(int count) =>
        (await Eventually.GetAsync(() => Task.FromResult(_questions.Count), seen => seen >= count, null, Cancel.Test))
            .ShouldBeGreaterThanOrEqualTo(count);

    public async ValueTask DisposeAsync()
    {
        Feed.Cut();
        await _app.DisposeAsync();
    }

    private async Task IntrospectAsync(HttpContext context)
    {
        var token = (await context.Request.ReadFormAsync())["token"].ToString();
        MostAtATime = Math.Max(MostAtATime, Interlocked.Increment(ref _atATime));
        _questions.Enqueue((token, context.Request.Headers.Authorization.ToString()));
        var answer = _tokens.GetValueOrDefault(token, "{\"active\":false}");
        try
        {
            await (Delay?.Invoke(_questions.Count) ?? Task.CompletedTask);
        }
        finally
        {
            Interlocked.Decrement(ref _atATime);
        }

        context.Response.StatusCode = (int)IntrospectionStatus;
        context.Response.ContentType = "application/json";
        context.Response.Headers.RetryAfter = RetryAfter;
        await context.Response.WriteAsync(answer);
    }
}
