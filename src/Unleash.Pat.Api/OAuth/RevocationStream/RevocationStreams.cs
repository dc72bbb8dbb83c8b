using Microsoft.AspNetCore.Http.Features;
using Unleash.Pat.Api.OAuth.Verifiers;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Authentication.Revocations;

namespace Unleash.Pat.Api.OAuth.RevocationStream;

/// <summary>Streams to verifiers what is revoked (docs/api.md, section 7.5).</summary>
/// <remarks>
/// Threats. A stream that is silent or behind lets another service accept what was revoked, so it ends where this node may
/// have missed something, and begins again with <c>start</c>. A verifier whose own token was revoked must hear nothing more.
/// Streams stay open, so their number is bounded.
/// </remarks>
internal sealed class RevocationStreams(
    RevocationFeed feed, VerifierAuthenticator verifiers, IHostApplicationLifetime lifetime, TimeProvider time)
{
    public const string Path = "/oauth2/revocations";

    /// <summary>The most streams that are open at a time.</summary>
    public const int MaxOpen = 1000;

    private static readonly TimeSpan VerifierCheck = TimeSpan.FromSeconds(1);

    private int _open;

    public async Task WriteAsync(HttpContext context)
    {
        Begin(context.Response);
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        try
        {
            if (Interlocked.Increment(ref _open) > MaxOpen)
            {
                throw new RefusedException(Errors.TooManyStreams);
            }

            await StreamAsync(context, ending.Token);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The verifier has gone, or the service stops.
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }

    private static void Begin(HttpResponse response)
    {
        response.ContentType = RevocationEvents.MediaType;

        // nginx gathers answers, and would hold the events back.
        response.Headers["X-Accel-Buffering"] = "no";
        response.HttpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
    }

    private async Task StreamAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (!feed.IsUpToDate)
        {
            throw new RefusedException(Errors.RevocationsNotRead);
        }

        var verifier = context.Features.GetRequiredFeature<Verifier>();
        using var subscription = feed.Subscribe();
        await SendAsync(context.Response, RevocationEvents.Start, cancellationToken);
        var checkedAt = time.GetTimestamp();
        await foreach (var batch in subscription.ReadAllAsync(cancellationToken))
        {
            if (!batch.IsEmpty || time.GetElapsedTime(checkedAt) >= VerifierCheck)
            {
                if (!await IsAcceptedAsync(verifier, cancellationToken))
                {
                    return;
                }

                checkedAt = time.GetTimestamp();
            }

            await SendAsync(context.Response, RevocationEvents.Of(batch), cancellationToken);
        }
    }

    private async Task<bool> IsAcceptedAsync(Verifier verifier, CancellationToken cancellationToken)
    {
        try
        {
            return await verifiers.IsAcceptedAsync(verifier, cancellationToken);
        }
        catch (ServiceUnavailableException)
        {
            // The stream has begun, so no error can be answered: it ends, and the next request is.
            return false;
        }
    }

    private static async Task SendAsync(HttpResponse response, ReadOnlyMemory<byte> text, CancellationToken cancellationToken)
    {
        await response.Body.WriteAsync(text, cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
    }
}
