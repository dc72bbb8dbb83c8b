using System.IO.Pipelines;
using System.Net;
using System.Text;

namespace Unleash.Pat.Benchmarks;

/// <summary>The wire of Unleash.Pat in memory: every token is valid, and the feed says what the benchmark wants.</summary>
internal sealed class SilentService : HttpMessageHandler
{
    private readonly Pipe _feed = new();
    private readonly SemaphoreSlim _writing = new(1);
    private int _issued;
    private volatile bool _isSilent;

    public async Task SayAsync(string text)
    {
        await _writing.WaitAsync();
        await _feed.Writer.WriteAsync(Encoding.ASCII.GetBytes(text));
        _writing.Release();
    }

    /// <summary>Answers no more: a token that was not remembered must not pass for one that was.</summary>
    public void FallSilent() => _isSilent = true;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_isSilent)
        {
            return new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
        }

        if (request.Method == HttpMethod.Get)
        {
            return Answer(new StreamContent(_feed.Reader.AsStream()), "text/event-stream");
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
