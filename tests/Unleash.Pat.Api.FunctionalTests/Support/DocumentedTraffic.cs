namespace Unleash.Pat.Api.FunctionalTests.Support;

/// <summary>
/// Holds every answer that a test gets to the description of the API: a status, a header, a property or a content type
/// that it does not tell of fails the test, whatever the test is about.
/// </summary>
/// <param name="inner">Sends the requests.</param>
internal sealed class DocumentedTraffic(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath;
        var response = await base.SendAsync(request, cancellationToken);
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        var answer = await Answer.ReadAsync(response);
        (await ApiDocument.Committed).Faults(request.Method, path, answer).ShouldBeEmpty(
            $"{request.Method} {path} answered what the description of the API does not tell of: {answer}");
        return response;
    }
}
