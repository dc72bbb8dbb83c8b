using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Unleash.Pat.Api.FunctionalTests.Notifications;

/// <summary>A receiver of webhooks on a real socket, which verifies signatures as docs/notifications.md says.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    public const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<WebhookRequest> _requests = new();

    private WebhookReceiver(WebApplication app) => _app = app;

    /// <summary>What it answers; 204 where it is not set.</summary>
    public Func<WebhookRequest, IResult>? Answer { get; set; }

    /// <summary>What it waits for before it answers.</summary>
    public Task Answering { get; set; } = Task.CompletedTask;

    public string Url => $"{_app.Urls.Single()}/hooks?key=in-the-url";

    /// <summary>The requests so far, the refused ones too.</summary>
    public IReadOnlyList<WebhookRequest> Requests => [.. _requests];

    /// <summary>Everything that it was sent, for a search.</summary>
    public string Traffic => string.Join('\n', Requests.Select(request => request.Raw));

    public IEnumerable<(string Key, string Value)> Settings => [("Notifications:Webhook:Url", Url), ("Notifications:Webhook:Secret", Secret)];

    public static async Task<WebhookReceiver> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new WebhookReceiver(builder.Build());
        receiver._app.MapPost("/hooks", (Delegate)receiver.ReceiveAsync);
        await receiver._app.StartAsync(cancellationToken);
        return receiver;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> ReceiveAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var request = new WebhookRequest(
            Header(context, "webhook-id"), Header(context, "webhook-timestamp"), Header(context, "webhook-signature"), await reader.ReadToEndAsync(context.RequestAborted))
        {
            Raw = string.Join('\n', context.Request.Headers.Select(header => $"{header.Key}: {header.Value}")),
        };
        request.Raw += "\n\n" + request.Body;
        _requests.Enqueue(request);
        await Answering;
        return Answer?.Invoke(request) ?? Results.NoContent();
    }

    private static string Header(HttpContext context, string name) => context.Request.Headers[name].ToString();
}

/// <summary>A request to the receiver.</summary>
internal sealed record WebhookRequest(string Id, string Timestamp, string Signature, string Body)
{
    public string Raw { get; set; } = "";

    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public string Type => Json.GetProperty("type").GetString()!;

    public JsonElement Data => Json.GetProperty("data");

    public bool IsSigned => IsSignedWith(WebhookReceiver.Secret);

    /// <summary>The code that docs/notifications.md gives for .NET.</summary>
    public bool IsSignedWith(string secret)
    {
        var key = Convert.FromBase64String(secret["whsec_".Length..]);
        var signed = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Id}.{Timestamp}.{Body}"));
        var expected = Encoding.UTF8.GetBytes($"v1,{Convert.ToBase64String(HMACSHA256.HashData(key, signed))}");
        return Signature.Split(' ').Any(one => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), expected));
    }
}
