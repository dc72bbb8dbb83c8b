using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Unleash.Pat.AspNetCore.Telemetry;

namespace Unleash.Pat.AspNetCore.Asking;

/// <summary>Asks the service about one token (RFC 7662).</summary>
internal sealed class IntrospectionClient(HttpClient http, ServiceRequests requests, ILogger logger)
{
    // An answer has a few hundred bytes. Threat: a service that is not the right one and sends without end.
    private const int MostBytes = 256 * 1024;

    private int _isFailing;

    /// <summary>Asks, once.</summary>
    /// <param name="token">The token. It is in the body, where no proxy logs it.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>What the service said; a failure is <see cref="AnswerKind.Unreachable"/> or <see cref="AnswerKind.Refused"/>.</returns>
    public async Task<Answer> AskAsync(string token, CancellationToken cancellationToken)
    {
        try
        {
            using var request = requests.Introspect(token);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            return response.StatusCode == HttpStatusCode.OK
                ? Succeeded(AnswerReader.Read(await ReadAsync(response.Content, cancellationToken).ConfigureAwait(false)))
                : Failed(response);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or JsonException)
        {
            if (Interlocked.Exchange(ref _isFailing, 1) == 0)
            {
                logger.IntrospectionFailed(fault);
            }

            return Answer.Unreachable;
        }
        catch (OperationCanceledException)
        {
            if (Interlocked.Exchange(ref _isFailing, 1) == 0)
            {
                logger.IntrospectionTimedOut();
            }

            return Answer.Unreachable;
        }
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        using var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var buffer = new byte[4096];
        for (int read; (read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0;)
        {
            body.Write(buffer, 0, read);
            if (body.Length > MostBytes)
            {
                throw new HttpRequestException("The answer is too long to be an introspection response.");
            }
        }

        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    private Answer Succeeded(Answer answer)
    {
        if (_isFailing == 1 && Interlocked.Exchange(ref _isFailing, 0) == 1)
        {
            logger.IntrospectionWorksAgain();
        }

        return answer;
    }

    // The line is logged once until an answer comes: one for each request would bury the rest of the log.
    private Answer Failed(HttpResponseMessage response)
    {
        var isRefused = response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;
        if (Interlocked.Exchange(ref _isFailing, 1) == 0)
        {
            if (isRefused)
            {
                logger.CredentialsRefused((int)response.StatusCode);
            }
            else
            {
                logger.IntrospectionUnusable((int)response.StatusCode);
            }
        }

        return isRefused
            ? new Answer(AnswerKind.Refused)
            : new Answer(AnswerKind.Unreachable, RetryAfter: response.Headers.RetryAfter?.Delta);
    }
}
