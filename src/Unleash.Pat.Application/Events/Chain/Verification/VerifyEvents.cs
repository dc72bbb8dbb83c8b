using MediatR;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Events.Chain.Verification;

/// <summary>Looks whether the event log is as the service recorded it, in the database and in archives.</summary>
/// <param name="Archives">Folders of archives; of several nodes, all.</param>
/// <param name="HeadsFiles">Files of exported heads.</param>
[RequiresPermission(Permission.Admin)]
public sealed record VerifyEventsQuery(IReadOnlyList<string> Archives, IReadOnlyList<string> HeadsFiles) : IRequest<EventLogReport>;

internal sealed class VerifyEventsQueryHandler(
    IEventChainRepository chain, IEventArchive archive, IHeadFile file, ChainKeys keys, ChainProof proof, TimeProvider time)
    : IRequestHandler<VerifyEventsQuery, EventLogReport>
{
    public async Task<EventLogReport> Handle(VerifyEventsQuery request, CancellationToken cancellationToken)
    {
        var findings = new LogFindings();
        var heads = new ExpectedHeads(findings);

        // Before the state: the service may export a newer one meanwhile.
        foreach (var path in request.HeadsFiles)
        {
            await ReadHeadsAsync(path, heads, findings, cancellationToken);
        }

        ChainState? state = null;
        try
        {
            state = await chain.GetStateAsync(cancellationToken);
            findings.Add(state is null ? LogFindings.NoState : proof.FaultOf(state));
            return state is null
                ? Report(findings, heads, state)
                : await VerifyAsync(request.Archives, state, heads, findings, cancellationToken);
        }
        catch (DatabaseStructureException missing)
        {
            // Threat: dropping a table must not leave a verification that merely fails, as it does while the database is away.
            findings.AddFirst(missing.Message);
            return Report(findings, heads, state);
        }
    }

    private async Task<EventLogReport> VerifyAsync(
        IReadOnlyList<string> archives, ChainState state, ExpectedHeads heads, LogFindings findings, CancellationToken cancellationToken)
    {
        var archived = archives.Count == 0 ? 0 : await FollowArchiveAsync(archives, state, heads, findings, cancellationToken);
        heads.Begin(state);
        var log = new LogVerification(chain, proof, findings, new StampCheck(keys, state, !proof.LacksKey(state)), heads);
        var (count, notSealed) = await log.RunAsync(state, cancellationToken);
        heads.End();
        return Report(findings, heads, state) with { Checked = count, NotSealed = notSealed, Archived = archived };
    }

    private EventLogReport Report(LogFindings findings, ExpectedHeads heads, ChainState? state) => new(
        0,
        0,
        state?.AnchorId ?? 0,
        state is null ? null : new ChainHead(state.HeadId, state.HeadHash, time.GetUtcNow()),
        0,
        heads.Found,
        heads.Older,
        findings.Count,
        findings.Sentences);

    private async Task ReadHeadsAsync(string path, ExpectedHeads heads, LogFindings findings, CancellationToken cancellationToken)
    {
        var lines = await file.ReadAsync(path, cancellationToken);
        if (lines.Count == 0)
        {
            // Threat: a file that was emptied must not pass for one whose heads are all in the chain.
            findings.Add($"{path} has no exported head.");
        }

        foreach (var (index, head) in lines.Index())
        {
            if (head is null)
            {
                findings.Add($"{path}, line {index + 1} is not an exported head.");
            }
            else
            {
                heads.Add(head.Id, head.Hash, $"The exported head of {UtcMillisecondsJsonConverter.ToText(head.At)}", isExported: true);
            }
        }
    }

    private async Task<long> FollowArchiveAsync(
        IReadOnlyList<string> archives, ChainState state, ExpectedHeads heads, LogFindings findings, CancellationToken cancellationToken)
    {
        var walk = new ArchiveWalk(state, findings, heads);
        await foreach (var line in archive.ReadAsync(archives, cancellationToken))
        {
            walk.Take(line);
        }

        // An interruption leaves events in both.
        if (walk.End() is { } newest)
        {
            heads.Add(newest.Event.Id, newest.Hash, "The end of the archive", isExported: false);
        }

        return walk.Checked;
    }
}
