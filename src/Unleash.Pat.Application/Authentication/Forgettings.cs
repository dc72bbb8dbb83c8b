namespace Unleash.Pat.Application.Authentication;

/// <summary>What was forgotten while tokens are read. Not safe for several threads: its owner locks.</summary>
/// <remarks>
/// Threat: a read that began before a revocation may end after it, and would bring the revoked token back. It concerns that
/// token and that account alone, so that a flood of revocations does not make every other read useless. Forgettings are
/// kept only while a read is under way that began before them.
/// </remarks>
internal sealed class Forgettings
{
    private readonly LinkedList<long> _reads = [];
    private readonly Dictionary<(bool IsAccount, long Id), long> _last = [];
    private readonly Queue<((bool IsAccount, long Id) Subject, long Version)> _order = [];
    private long _version;
    private long _cleared;

    /// <summary>How many are kept.</summary>
    public int Count => _order.Count;

    /// <summary>Registers a read that begins. Each must be ended.</summary>
    public LinkedListNode<long> Begin() => _reads.AddLast(_version);

    public void Token(long id) => Add((false, id));

    public void Account(long id) => Add((true, id));

    public void Everything() => _cleared = ++_version;

    /// <summary>Whether a read found what was forgotten since it began.</summary>
    public bool IsOutdated(LinkedListNode<long> read, StoredToken? token) =>
        _cleared > read.Value || (token is not null && (IsSince(read, (false, token.Id)) || IsAccountSince(read, token)));

    /// <summary>Ends a read, and drops what no other read needs.</summary>
    public void End(LinkedListNode<long> read)
    {
        _reads.Remove(read);
        var oldest = _reads.First?.Value ?? long.MaxValue;
        while (_order.TryPeek(out var first) && first.Version <= oldest)
        {
            _order.Dequeue();
            if (_last[first.Subject] == first.Version)
            {
                _last.Remove(first.Subject);
            }
        }
    }

    private void Add((bool IsAccount, long Id) subject)
    {
        _version++;
        if (_reads.Count > 0)
        {
            _last[subject] = _version;
            _order.Enqueue((subject, _version));
        }
    }

    private bool IsAccountSince(LinkedListNode<long> read, StoredToken token) =>
        token.Caller.AnswerableUserId is { } account && IsSince(read, (true, account));

    private bool IsSince(LinkedListNode<long> read, (bool IsAccount, long Id) subject) =>
        _last.TryGetValue(subject, out var version) && version > read.Value;
}
