using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Unleash.Pat.Api.FunctionalTests.Support;

/// <summary>Another service, for which a proxy verifies tokens. It answers with the request's method, body and headers.</summary>
public sealed class ServiceBehindProxy : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ServiceBehindProxy(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    public static async Task<ServiceBehindProxy> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(AnswerAsync);
        await app.StartAsync(cancellationToken);
        return new ServiceBehindProxy(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task AnswerAsync(HttpContext context)
    {
        using var body = new StreamReader(context.Request.Body);
        await context.Response.WriteAsJsonAsync(new Received(
            context.Request.Method,
            await body.ReadToEndAsync(context.RequestAborted),
            context.Request.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString())));
    }

    /// <summary>A request as it arrived.</summary>
    /// <param name="Method">GET, POST and so on.</param>
    /// <param name="Body">The body, as text.</param>
    /// <param name="Headers">The headers, with names in lower case.</param>
    public sealed record Received(string Method, string Body, Dictionary<string, string> Headers)
    {
        public string? Header(string name) => Headers.GetValueOrDefault(name);
    }
}
