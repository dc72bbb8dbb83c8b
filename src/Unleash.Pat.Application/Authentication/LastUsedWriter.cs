using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Unleash.Pat.Application.Hosting;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Application.Authentication;

/// <summary>Writes the uses of tokens every few seconds.</summary>
internal sealed partial class LastUsedWriter(
    TokenVerifiers verifiers,
    ConfiguredTokenUses configured,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<LastUsedWriter> logger)
    : RecurringWork(lifetime, TimeSpan.FromSeconds(5), time)
{
    // The fingerprints of configured tokens take their time, which the last round does not have.
    protected override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        try
        {
            await configured.PrepareAsync(cancellationToken);
        }
#pragma warning disable CA1031 // Whatever goes wrong, the first round tries again and logs it.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogNotPrepared(exception);
        }
    }

    protected override async Task RunAsync(bool isLast, CancellationToken cancellationToken)
    {
        var personal = verifiers.Of(TokenKind.Personal);
        await personal.LastUsed.FlushAsync(isLast, cancellationToken);
        await (personal.Rejected?.FlushAsync(cancellationToken) ?? Task.CompletedTask);
        await verifiers.Of(TokenKind.Admin).LastUsed.FlushAsync(isLast, cancellationToken);
        await configured.FlushAsync(isLast, cancellationToken);
    }

    protected override void LogFailure(Exception exception) => LogNotWritten(exception);

    [LoggerMessage(EventId = 1301, Level = LogLevel.Warning, Message = "When tokens were last used could not be written down; it is kept and tried again.")]
    private partial void LogNotWritten(Exception exception);

    [LoggerMessage(EventId = 1303, Level = LogLevel.Debug, Message = "The fingerprints of configured admin tokens could not be computed yet.")]
    private partial void LogNotPrepared(Exception exception);
}
