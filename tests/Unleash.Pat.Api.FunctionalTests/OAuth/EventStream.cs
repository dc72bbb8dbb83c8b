using System.Net;
using System.Net.ServerSentEvents;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport;

namespace Unleash.Pat.Api.FunctionalTests.OAuth;

/// <summary>An open stream of revocations.</summary>
internal sealed class EventStream : IDisposable
{
    private readonly HttpClient _http;
    private readonly IAsyncEnumerator<SseItem<string>> _events;
    private readonly CancellationTokenSource _patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    private EventStream(HttpClient http, HttpResponseMessage response, Stream body)
    {
        _http = http;
        Response = response;
        _patience.CancelAfter(Eventually.Timeout);
        _events = SseParser.Create(body).EnumerateAsync(_patience.Token).GetAsyncEnumerator();
    }

    public HttpResponseMessage Response { get; }

    public static async Task<EventStream> OpenAsync(TestService service, string token)
    {
        var cancel = TestContext.Current.CancellationToken;
        var http = new HttpClient { BaseAddress = service.Address, DefaultRequestHeaders = { { "authorization", $"Bearer {token}" }, { "accept-encoding", "gzip, br" } } };
        var response = await http.GetAsync(OAuthCalls.Revocations, HttpCompletionOption.ResponseHeadersRead, cancel);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return new EventStream(http, response, await response.Content.ReadAsStreamAsync(cancel));
    }

    /// <summary>The next event, or <see langword="null"/> at the end.</summary>
    public async Task<(string Name, string Data)?> NextAsync() =>
        await _events.MoveNextAsync() ? (_events.Current.EventType, _events.Current.Data) : null;

    public async Task UntilAsync(Func<(string Name, string Data), bool> condition)
    {
        while (!condition((await NextAsync()).ShouldNotBeNull("The stream has ended.")))
        {
        }
    }

    /// <summary>Waits for the end, however the connection ends.</summary>
    public async Task UntilEndAsync()
    {
        try
        {
            while (await NextAsync() is not null)
            {
            }
        }
        catch (IOException)
        {
        }
    }

    public void Dispose()
    {
        Response.Dispose();
        _http.Dispose();
        _patience.Dispose();
    }
}
