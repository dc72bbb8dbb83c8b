using System.IO.Pipelines;
using System.Net;
using System.Text;

namespace Unleash.Pat.Benchmarks;

/// <summary>The wire of Unleash.Pat in memory: every token is valid, and the feed says what the benchmark wants.</summary>
internal sealed class SilentService : HttpMessageHandler
{
    private readonly SemaphoreSlim _writing = new(1);
    private volatile Pipe? _feed;
    private int _issued;

    /// <summary>How many verifications it has answered.</summary>
    public int Issued => Volatile.Read(ref _issued);

    public async Task SayAsync(string text)
    {
        await _writing.WaitAsync();
        if (_feed is { } feed)
        {
            await feed.Writer.WriteAsync(Encoding.ASCII.GetBytes(text));
        }

        _writing.Release();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method == HttpMethod.Get)
        {
            // Each connection begins a feed of its own: after a stall of the machine the package connects again.
            var feed = new Pipe();
            _feed = feed;
            await SayAsync("event: start\n\n");
            return Answer(new StreamContent(feed.Reader.AsStream()), "text/event-stream");
        }

        await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
        var id = Interlocked.Increment(ref _issued);
        return Answer(
            new StringContent($$"""
                {"active":true,"sub":"{{id % 1000}}","username":"alice","jti":"{{id}}","iat":1767225600,"exp":4102444800,
                "scope":"deploy:read deploy:write","account_type":"User","name":"Alice","email":"a@example.com","root_role":"Viewer"}
                """),
            "application/json");
    }

    protected override void Dispose(bool disposing)
    {
        _writing.Dispose();
        base.Dispose(disposing);
    }

    private static HttpResponseMessage Answer(HttpContent content, string type)
    {
        content.Headers.ContentType = new(type);
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = content };
    }
}
