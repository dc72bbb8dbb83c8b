namespace Unleash.Pat.Application.Events.Chain.Verification;

/// <summary>Hashes that the chain must have, because somebody else kept them.</summary>
internal sealed class ExpectedHeads(LogFindings findings)
{
    private readonly SortedDictionary<long, List<(byte[] Hash, string Name, bool IsExported)>> _expected = [];

    /// <summary>How many exported ones were found.</summary>
    public int Found { get; private set; }

    /// <summary>How many exported ones were given up as too old.</summary>
    public int Older { get; private set; }

    public void Add(long id, byte[] hash, string name, bool isExported)
    {
        if (!_expected.TryGetValue(id, out var heads))
        {
            _expected.Add(id, heads = []);
        }

        heads.Add((hash, name, isExported));
    }

    /// <summary>Compares a hash of the chain with what is expected of it.</summary>
    public void See(long id, byte[] hash)
    {
        if (_expected.Remove(id, out var heads))
        {
            foreach (var head in heads)
            {
                if (head.Hash.AsSpan().SequenceEqual(hash))
                {
                    Found += head.IsExported ? 1 : 0;
                }
                else
                {
                    findings.Add(id == 0
                        ? $"{head.Name} is not in the chain: it is of an empty log, but has the hash of an event."
                        : $"{head.Name} is not in the chain: event {id} has another hash.");
                }
            }
        }
    }

    /// <summary>Compares the hash with which the chain begins, and gives up what is older.</summary>
    public void Begin(ChainState state)
    {
        See(state.AnchorId, state.AnchorHash);
        GiveUpThrough(state.AnchorId);
    }

    /// <summary>Gives up those that are older than what is checked.</summary>
    public void GiveUpThrough(long id)
    {
        while (_expected.Count > 0 && _expected.First() is var (oldest, heads) && oldest <= id)
        {
            Older += heads.Count(head => head.IsExported);
            _expected.Remove(oldest);
        }
    }

    /// <summary>Tells those that were not seen.</summary>
    public void End()
    {
        foreach (var (id, heads) in _expected)
        {
            heads.ForEach(head => findings.Add($"{head.Name} is not in the chain: event {id} is not there, or has no seal."));
        }
    }
}
