namespace Unleash.Pat.Application.Authentication.Revocations;

/// <summary>The id up to which everything had been read some time ago.</summary>
internal sealed class DelayedPosition(TimeSpan delay)
{
    private readonly Queue<(TimeSpan At, long Id)> _later = [];

    public long Id { get; private set; }

    /// <summary>Notes how far a read came.</summary>
    /// <param name="at">When the read began.</param>
    public void Advance(TimeSpan at, long id)
    {
        _later.Enqueue((at, id));
        while (_later.TryPeek(out var first) && at - first.At >= delay)
        {
            Id = first.Id;
            _later.Dequeue();
        }
    }
}
