using System.Net;
using System.Net.ServerSentEvents;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport;

namespace Unleash.Pat.Api.FunctionalTests.OAuth;

/// <summary>An open stream of revocations.</summary>
internal sealed class EventStream : IDisposable
{
    private readonly HttpClient _http;
    private readonly CancellationTokenSource _patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private IAsyncEnumerator<SseItem<string>> _events = null!;

    private EventStream(TestService service, string token)
    {
        _http = new HttpClient { BaseAddress = service.Address, DefaultRequestHeaders = { { "authorization", $"Bearer {token}" }, { "accept-encoding", "gzip, br" } } };
        _patience.CancelAfter(Eventually.Timeout);
    }

    public HttpResponseMessage Response { get; private set; } = null!;

    public static async Task<EventStream> OpenAsync(TestService service, string token)
    {
        var stream = new EventStream(service, token);
        await stream.OpenAsync();
        return stream;
    }

    /// <summary>The next event, or <see langword="null"/> at the end, however the connection ends.</summary>
    public async Task<(string Name, string Data)?> NextAsync()
    {
        try
        {
            return await _events.MoveNextAsync() ? (_events.Current.EventType, _events.Current.Data) : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Waits for an event. As a client does, it opens the stream again where a loaded node has ended it.</summary>
    public async Task UntilAsync(Func<(string Name, string Data), bool> condition)
    {
        while (true)
        {
            var next = await NextAsync();
            if (next is { } item && condition(item))
            {
                return;
            }

            if (next is null)
            {
                Response.Dispose();
                await OpenAsync();
            }
        }
    }

    public async Task UntilEndAsync()
    {
        while (await NextAsync() is not null)
        {
        }
    }

    public void Dispose()
    {
        Response.Dispose();
        _http.Dispose();
        _patience.Dispose();
    }

    // A node that has just started, or is loaded, answers 503 until it has read the revocations.
    private async Task OpenAsync()
    {
        Response = await Eventually.GetAsync(
            () => _http.GetAsync(OAuthCalls.Revocations, HttpCompletionOption.ResponseHeadersRead, _patience.Token),
            response => response.StatusCode != HttpStatusCode.ServiceUnavailable,
            null,
            _patience.Token);
        Response.StatusCode.ShouldBe(HttpStatusCode.OK);
        _events = SseParser.Create(await Response.Content.ReadAsStreamAsync(_patience.Token)).EnumerateAsync(_patience.Token).GetAsyncEnumerator();
    }
}
