using System.Collections.Concurrent;
using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;

namespace Unleash.Pat.AspNetCore.UnitTests.Support;

/// <summary>The revocation feed of <see cref="FakeService"/>.</summary>
public sealed class FakeFeed
{
    private readonly ConcurrentDictionary<HttpContext, Channel<string>> _listeners = new();

    /// <summary>What is sent first.</summary>
    public string Greeting { get; set; } = "event: start\n\n";

    public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

    public string ContentType { get; set; } = "text/event-stream";

    /// <summary>How often it was opened.</summary>
    public int Opened { get; private set; }

    public void Send(string text)
    {
        foreach (var listener in _listeners.Values)
        {
            listener.Writer.TryWrite(text);
        }
    }

    public void Alive() => Send("event: alive\n\n");

    public void Revoked(string tokens = "", string accounts = "") =>
        Send($"event: revoked\ndata: {{\"tokens\":[{tokens}],\"accounts\":[{accounts}]}}\n\n");

    /// <summary>Cuts all connections, as a network does.</summary>
    public void Cut()
    {
        foreach (var listener in _listeners.Keys)
        {
            listener.Abort();
        }
    }

    public async Task ListenAsync(HttpContext context)
    {
        Opened++;
        context.Response.StatusCode = (int)Status;
        context.Response.ContentType = ContentType;
        if (Status != HttpStatusCode.OK)
        {
            return;
        }

        var channel = Channel.CreateUnbounded<string>();
        channel.Writer.TryWrite(Greeting);
        _listeners[context] = channel;
        try
        {
            await foreach (var text in channel.Reader.ReadAllAsync(context.RequestAborted))
            {
                await context.Response.WriteAsync(text, context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
            }
        }
        catch (OperationCanceledException)
        {
        }
        finally
        {
            _listeners.TryRemove(context, out _);
        }
    }
}
