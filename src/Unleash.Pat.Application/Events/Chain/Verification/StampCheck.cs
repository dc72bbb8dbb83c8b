using System.Globalization;

namespace Unleash.Pat.Application.Events.Chain.Verification;

/// <summary>Says whether the service recorded an event as it is.</summary>
/// <param name="hasKey">Without the key, stamps say nothing.</param>
internal sealed class StampCheck(ChainKeys keys, ChainState state, bool hasKey)
{
    private readonly StampNumbers _numbers = new();

    /// <returns>What is wrong with the stamp, as the end of a sentence; <see langword="null"/> where nothing is.</returns>
    public string? FaultOf(StoredEvent entry)
    {
        if (entry.Stamp is not { } bytes)
        {
            return state.UnstampedUpTo is not { } last || entry.Id <= last ? null : "it has no stamp";
        }

        if (!hasKey)
        {
            return null;
        }

        if (EventStamp.Read(bytes) is not { } stamp)
        {
            return "its stamp is not one";
        }

        if (keys.Find(stamp.KeyId) is not { } key)
        {
            return string.Create(CultureInfo.InvariantCulture, $"its stamp is by a key that Events:ChainKeys does not name ({stamp.KeyId:x8})");
        }

        if (key == ChainKey.None && !keys.AllowsNone && entry.Id > state.UnkeyedUpTo)
        {
            return "its stamp was made without a key";
        }

        return !stamp.Fits(key, entry) ? "its stamp does not fit"
            : _numbers.TryAdd(stamp, entry.Id) ? null : "its stamp is that of another event";
    }
}
