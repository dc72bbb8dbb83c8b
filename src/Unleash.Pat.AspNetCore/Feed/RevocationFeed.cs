using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Unleash.Pat.AspNetCore.Asking;
using Unleash.Pat.AspNetCore.Remembering;
using Unleash.Pat.AspNetCore.Telemetry;

namespace Unleash.Pat.AspNetCore.Feed;

/// <summary>
/// Keeps the service's revocation feed open. Whatever goes wrong ends the session, so that
/// nothing that was remembered counts, and opens the feed again.
/// </summary>
internal sealed class RevocationFeed(
    HttpClient http, ServiceRequests requests, Memory memory, TimeProvider time, TimeSpan timeout, Metrics metrics, ILogger logger)
    : BackgroundService
{
    private static readonly IReadOnlyList<string> Nothing = [];

    private readonly ReconnectPauses _pauses = new();
    private long? _aliveSince;
    private bool _isRefused;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var reason = await ListenAsync(stoppingToken).ConfigureAwait(false);
            memory.End();
            var wasAlive = _aliveSince is { } since ? time.GetElapsedTime(since) : TimeSpan.Zero;
            if (stoppingToken.IsCancellationRequested)
            {
                return;
            }

            Report(reason);
            _aliveSince = null;
            await Task.Delay(_pauses.Next(wasAlive), time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Listens until something goes wrong.</summary>
    /// <returns>What went wrong.</returns>
    private async Task<string> ListenAsync(CancellationToken stoppingToken)
    {
        using var silence = new CancellationTokenSource(timeout, time);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, silence.Token);
        try
        {
            using var request = requests.ListenToRevocations();
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ended.Token).ConfigureAwait(false);
            if (Fault(response) is { } fault)
            {
                return fault;
            }

            using var stream = await response.Content.ReadAsStreamAsync(ended.Token).ConfigureAwait(false);
            return await ReadAsync(new SseReader(stream), silence, ended.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return "The service was silent for too long.";
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or InvalidDataException or JsonException)
        {
            return fault.Message;
        }
    }

    private async Task<string> ReadAsync(SseReader reader, CancellationTokenSource silence, CancellationToken cancellationToken)
    {
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false) is { } happened)
        {
            switch (happened.Name)
            {
                case "start":
                    Start();
                    break;
                case "revoked":
                    var (tokens, accounts) = RevokedData.Read(happened.Data);
                    if (!memory.Hear(tokens, accounts))
                    {
                        return "The service was silent for too long before it named a revocation.";
                    }

                    break;
                case "alive":
                    if (!memory.Hear(Nothing, Nothing))
                    {
                        return "The service was silent for too long.";
                    }

                    break;
                default:
                    continue;
            }

            silence.CancelAfter(Memory.MostSilence);
            metrics.Heard();
        }

        return "The service ended the connection.";
    }

    private void Start()
    {
        memory.Start();
        _isRefused = false;
        if (_aliveSince is null)
        {
            _aliveSince = time.GetTimestamp();
            logger.FeedAlive();
        }
    }

    // A service that answers with a page of its sign-in, or a proxy with its own, is no feed.
    private string? Fault(HttpResponseMessage response)
    {
        if (response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            if (!_isRefused)
            {
                _isRefused = true;
                logger.FeedRefused((int)response.StatusCode);
            }

            return "The service refuses the credentials.";
        }

        if (response.StatusCode != HttpStatusCode.OK)
        {
            return $"The service answered with status {(int)response.StatusCode}.";
        }

        return response.Content.Headers.ContentType?.MediaType == "text/event-stream"
            ? null
            : "The answer is no text/event-stream.";
    }

    // Only the loss itself is a warning: while the service is away each try fails.
    private void Report(string reason)
    {
        if (_aliveSince is null)
        {
            logger.FeedUnavailable(reason);
            return;
        }

        metrics.Cut();
        logger.FeedLost(reason);
    }
}
