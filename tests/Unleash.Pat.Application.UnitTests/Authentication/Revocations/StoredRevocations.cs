using Unleash.Pat.Application.Authentication.Revocations;

namespace Unleash.Pat.Application.UnitTests.Authentication.Revocations;

/// <summary>The revocations of a database, which can be away.</summary>
internal sealed class StoredRevocations(TimeSpan commitDelay) : IRevocationStore
{
    private readonly SortedDictionary<long, Revocation> _rows = [];

    public TimeSpan CommitDelay => commitDelay;

    /// <summary>What a read waits for between finding the rows and answering.</summary>
    public Func<Task> Answering { get; set; } = () => Task.CompletedTask;

    /// <summary>The id after which the last read began.</summary>
    public long LastAfter { get; private set; }

    public void Add(long id, RevokedSubject subject, long subjectId) => _rows[id] = new(id, subject, subjectId);

    public async Task<IReadOnlyList<Revocation>> ReadAfterAsync(long id, CancellationToken cancellationToken)
    {
        LastAfter = id;
        List<Revocation> found = [.. _rows.Values.Where(row => row.Id > id)];
        await Answering();
        return found;
    }

    public Task<int> DeleteThroughAsync(long id, int limit, CancellationToken cancellationToken)
    {
        List<long> old = [.. _rows.Keys.Where(row => row <= id).Take(limit)];
        old.ForEach(row => _rows.Remove(row));
        return Task.FromResult(old.Count);
    }
}
