namespace Unleash.Pat.Application.Events.Chain.Verification;

/// <summary>Which stamps were seen, in a bit each: a stamp that is there twice was copied.</summary>
/// <remarks>
/// A process numbers its stamps, and events appear in about their order. What lies far behind the greatest number of its
/// process is out of its place, and its bits are given up.
/// </remarks>
internal sealed class StampNumbers
{
    // Rows of one statement have ids that lie near to each other, whatever other nodes write meanwhile.
    private const long MostApart = 10_000;

    private readonly Dictionary<ulong, Process> _processes = [];
    private readonly Dictionary<(ulong Run, ulong Number), long> _shared = [];
    private readonly Queue<(ulong Run, ulong Number)> _oldestShared = [];

    /// <param name="eventId">Greater than those before.</param>
    /// <returns>Whether an event can have the stamp.</returns>
    public bool TryAdd(EventStamp stamp, long eventId)
    {
        ForgetSharedBefore(eventId - MostApart);
        if (stamp.IsShared)
        {
            if (_shared.ContainsKey((stamp.Run, stamp.Number)))
            {
                return true;
            }

            _shared.Add((stamp.Run, stamp.Number), eventId);
            _oldestShared.Enqueue((stamp.Run, stamp.Number));
        }

        if (!_processes.TryGetValue(stamp.Run, out var process))
        {
            _processes.Add(stamp.Run, process = new Process());
        }

        return process.TryAdd(stamp.Number);
    }

    // What appears again after that is found by its bit.
    private void ForgetSharedBefore(long eventId)
    {
        while (_oldestShared.TryPeek(out var oldest) && _shared[oldest] < eventId)
        {
            _shared.Remove(_oldestShared.Dequeue());
        }
    }

    private sealed class Process
    {
        private const int ChunkBits = 4096;
        private const int MaxChunks = 256;

        private readonly Dictionary<ulong, ulong[]> _chunks = [];
        private ulong _newest;

        public bool TryAdd(ulong number)
        {
            var index = number / ChunkBits;
            if (index + MaxChunks <= _newest)
            {
                return false;
            }

            if (!_chunks.TryGetValue(index, out var chunk))
            {
                _chunks.Add(index, chunk = new ulong[ChunkBits / 64]);
                GiveUpBefore(index);
            }

            var (word, bit) = (number % ChunkBits / 64, 1UL << (int)(number % 64));
            var isNew = (chunk[word] & bit) == 0;
            chunk[word] |= bit;
            return isNew;
        }

        private void GiveUpBefore(ulong index)
        {
            _newest = Math.Max(_newest, index);
            if (_chunks.Count > MaxChunks)
            {
                foreach (var old in _chunks.Keys.Where(key => key + MaxChunks <= _newest).ToList())
                {
                    _chunks.Remove(old);
                }
            }
        }
    }
}
