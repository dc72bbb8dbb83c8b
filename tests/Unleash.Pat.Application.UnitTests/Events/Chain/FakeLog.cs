using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Moq;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Events.Chain;
using Unleash.Pat.Application.Events.Chain.Verification;

namespace Unleash.Pat.Application.UnitTests.Events.Chain;

/// <summary>An event log in memory, as the service makes it, for tests to change by hand.</summary>
internal sealed class FakeLog : IEventChainRepository
{
    public static readonly string Key = Convert.ToBase64String(Enumerable.Range(1, ChainKey.MinLength).Select(value => (byte)value).ToArray());
    public static readonly string OtherKey = Convert.ToBase64String(Enumerable.Range(2, ChainKey.MinLength).Select(value => (byte)value).ToArray());

    private static readonly DateTimeOffset Start = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Start);
    private EventStamper _stamper = null!;
    private ChainSealer _sealer = null!;

    public FakeLog(params string[] keys) => UseKeys(keys);

    public SortedDictionary<long, StoredEvent> Events { get; } = [];

    public SortedDictionary<long, byte[]> Seals { get; } = [];

    public ChainState? State { get; set; } =
        new(0, EventHash.Beginning, 0, EventHash.Beginning, UnstampedUpTo: 0, UnkeyedUpTo: 0, Start, Proof: null);

    public Mock<IEventArchive> Archive { get; } = new();

    public Mock<IHeadFile> Heads { get; } = new();

    public ChainKeys Keys { get; private set; } = null!;

    public ChainProof Proof { get; private set; } = null!;

    /// <summary>A log of sealed events with the ids 1, 2 and so on.</summary>
    public static FakeLog Of(int count, params string[] keys)
    {
        var log = new FakeLog(keys);
        for (var id = 1; id <= count; id++)
        {
            log.Record(id);
        }

        log.Seal();
        return log;
    }

    public void UseKeys(params string[] keys)
    {
        var options = new EventOptions();
        foreach (var key in keys)
        {
            options.ChainKeys.Add(key);
        }

        Keys = new ChainKeys(Options.Create(options));
        Proof = new ChainProof(Keys);
        _stamper = new EventStamper(Keys);
        _sealer = new ChainSealer(Keys, Proof, _time);
    }

    /// <summary>Records an event as the service does.</summary>
    public void Record(long id, StampCompletion completion = StampCompletion.None)
    {
        var (data, at) = ($$"""{"number":{{id}}}""", Start.AddMinutes(id));
        var stamp = _stamper.Stamp(new AuditEvent("pat-created", "ann", 7, at), data, null, completion);
        Events.Add(id, new StoredEvent(
            id, "pat-created", "ann", 7, at, completion == StampCompletion.None ? data : $$"""{"id":1,{{data}}""", null, null, null, stamp));
    }

    public void Seal()
    {
        var unsealed = Events.Values.Where(entry => entry.Id > State!.HeadId).ToList();
        var (next, seals) = _sealer.Seal(State!, unsealed, Events.Count == 0 ? 0 : Events.Keys.Max());
        State = next;
        foreach (var seal in seals)
        {
            Seals.Add(seal.EventId, seal.Hash);
        }
    }

    /// <summary>Deletes the oldest events as the service does.</summary>
    public void DeleteThrough(long id)
    {
        State = _sealer.Shorten(State!, new SealedEvent(Events[id], Seals[id]));
        foreach (var old in Events.Keys.Where(key => key <= id).ToList())
        {
            Events.Remove(old);
            Seals.Remove(old);
        }
    }

    public void Change(long id, Func<StoredEvent, StoredEvent> change) => Events[id] = change(Events[id]);

    public IReadOnlyList<ArchivedEvent> Lines() =>
        [.. Events.Values.Select((entry, index) => new ArchivedEvent(
            $"line {entry.Id}", entry.Id == 1 ? EventHash.Beginning : Seals[entry.Id - 1], new SealedEvent(entry, Seals[entry.Id])))];

    public Task<EventLogReport> VerifyAsync(IReadOnlyList<ArchivedEvent>? archive = null, IReadOnlyList<ChainHead>? heads = null)
    {
        Archive.Setup(known => known.ReadAsync(It.IsAny<IReadOnlyList<string>>(), It.IsAny<CancellationToken>())).Returns((archive ?? []).ToAsyncEnumerable());
        Heads.Setup(known => known.ReadAsync(It.IsAny<string>(), It.IsAny<CancellationToken>())).ReturnsAsync([.. heads ?? []]);
        return new VerifyEventsQueryHandler(this, Archive.Object, Heads.Object, Keys, Proof, _time)
            .Handle(new VerifyEventsQuery(archive is null ? [] : ["archive"], heads is null ? [] : ["heads"]), TestContext.Current.CancellationToken);
    }

    public Task<ChainState?> GetStateAsync(CancellationToken cancellationToken) => Task.FromResult(State);

    public Task<ChainWindow> GetWindowAsync(long after, int limit, CancellationToken cancellationToken) => Task.FromResult(new ChainWindow(
        [.. Events.Values.Where(entry => entry.Id > after).Take(limit)],
        [.. Seals.Where(seal => seal.Key > after).Take(limit).Select(seal => new EventSeal(seal.Key, seal.Value))],
        State));

    public Task<ChainEnds> GetEndsAsync(CancellationToken cancellationToken) => Task.FromResult(new ChainEnds(
        First(Events.Keys), Events.Keys.LastOrDefault(), First(Seals.Keys), Seals.Keys.LastOrDefault()));

    public Task<IReadOnlyList<StoredEvent>> GetUnsealedAsync(long after, long upTo, int limit, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<bool> AppendAsync(ChainState before, ChainState after, IReadOnlyList<EventSeal> seals, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<SealedEvent>> GetSealedAsync(long after, long upTo, int limit, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<bool> DeleteAsync(ChainState before, ChainState after, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    private static long? First(IEnumerable<long> ids) => ids.Any() ? ids.First() : null;
}
