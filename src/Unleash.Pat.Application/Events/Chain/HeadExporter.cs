using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Application.Events.Chain;

/// <summary>
/// Writes the head of the chain to the log and to <c>Events:HeadsTo</c>: the first one as soon as there is one, then once an
/// hour and as the service stops.
/// </summary>
/// <remarks>
/// Threat: somebody who can write the database, and has the key or an old copy of the chain's state, can make a chain that is
/// whole and lacks what happened. It does not have the heads that have left the machine.
/// </remarks>
internal sealed partial class HeadExporter(
    IEventChainRepository chain,
    IHeadFile file,
    IOptions<EventOptions> options,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<HeadExporter> logger)
    : RecurringWork(lifetime, TimeSpan.FromHours(1), time)
{
    // About as often as events are sealed.
    private static readonly TimeSpan BetweenLooksForTheFirst = TimeSpan.FromSeconds(5);

    private readonly TimeProvider _time = time;
    private long? _exported;
    private bool _isEmpty;

    protected override Task PrepareAsync(CancellationToken cancellationToken) => RunRoundAsync(cancellationToken);

    // Threat: a new database would have no head outside of it for an hour.
    protected override Task WaitAsync(CancellationToken cancellationToken) =>
        _isEmpty ? Task.Delay(BetweenLooksForTheFirst, _time, cancellationToken) : base.WaitAsync(cancellationToken);

    protected override async Task RunAsync(bool isLast, CancellationToken cancellationToken)
    {
        // A round that fails waits for the next hour, as its log message says.
        _isEmpty = false;
        if (await chain.GetStateAsync(cancellationToken) is not { } state)
        {
            return;
        }

        _isEmpty = state.HeadId == 0;

        // What was the head before this process is nothing new for the log.
        _exported ??= options.Value.HeadsTo is null ? state.HeadId : 0;
        if (state.HeadId == _exported)
        {
            return;
        }

        var head = new ChainHead(state.HeadId, state.HeadHash, _time.GetUtcNow());
        if (options.Value.HeadsTo is { } path)
        {
            await file.AppendAsync(path, head, cancellationToken);
        }

        _exported = head.Id;
        var hash = Convert.ToBase64String(head.Hash);
        LogHead(head.Id, hash);
    }

    protected override void LogFailure(Exception exception) => LogNotExported(exception);

    [LoggerMessage(EventId = 1340, Level = LogLevel.Information, Message = "The event log is sealed up to event {AuditEventId}: {Hash}.")]
    private partial void LogHead(long auditEventId, string hash);

    [LoggerMessage(EventId = 1341, Level = LogLevel.Warning, Message = "The head of the event log's chain was not exported; the next hour tries again.")]
    private partial void LogNotExported(Exception exception);
}
