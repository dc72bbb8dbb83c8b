using System.Net;
using System.Text;

namespace Unleash.Pat.Client.UnitTests.Support;

/// <summary>Gives answers in place of a service, one after the other, and keeps what was asked.</summary>
internal sealed class Script(params Func<HttpRequestMessage, HttpResponseMessage>[] answers) : HttpMessageHandler
{
    public List<HttpRequestMessage> Sent { get; } = [];

    public List<string> Bodies { get; } = [];

    public static HttpResponseMessage Json(HttpStatusCode status, string body) => Of(status, body, "application/json");

    public static HttpResponseMessage Of(HttpStatusCode status, string body, string mediaType) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, mediaType) };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Sent.Add(request);
        if (request.Content is not null)
        {
            Bodies.Add(await request.Content.ReadAsStringAsync(cancellationToken));
        }

        var answer = answers[Sent.Count - 1](request);
        answer.RequestMessage = request;
        return answer;
    }
}
