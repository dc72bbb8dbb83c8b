namespace Unleash.Pat.AspNetCore.Remembering;

/// <summary>The place of one token: what was last remembered of it.</summary>
internal sealed class Slot(TokenKey key, Remembered value)
{
    private volatile Remembered _value = value;
    private volatile bool _isUsed;

    public TokenKey Key { get; } = key;

    public Remembered Value
    {
        get => _value;
        set => _value = value;
    }

    /// <summary>Whether it was used since the last search for room.</summary>
    public bool IsUsed
    {
        get => _isUsed;
        set
        {
            // Written only where it changes: all cores read this memory, and a write would take it from their caches.
            if (_isUsed != value)
            {
                _isUsed = value;
            }
        }
    }
}
