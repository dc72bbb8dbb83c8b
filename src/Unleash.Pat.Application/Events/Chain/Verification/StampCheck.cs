using System.Globalization;

namespace Unleash.Pat.Application.Events.Chain.Verification;

/// <summary>Says whether the service recorded an event as it is.</summary>
/// <param name="hasKey">Without the key, stamps say nothing.</param>
internal sealed class StampCheck(ChainKeys keys, ChainState state, bool hasKey)
{
    private readonly StampNumbers _numbers = new();

    /// <returns>What is wrong with the stamp of an event that fits the chain; <see langword="null"/> where nothing is.</returns>
    public string? SentenceOn(StoredEvent entry) => Sentence(entry, FaultOf(entry));

    /// <returns>The fault of a stamp as a sentence; <see langword="null"/> where there is none.</returns>
    public static string? Sentence(StoredEvent entry, string? fault) =>
        fault is null ? null : $"Event {entry.Id} was not recorded by the service: {fault}.";

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
            return "its stamp is not one that the service makes";
        }

        if (keys.Find(stamp.KeyId) is not { } key)
        {
            return string.Create(CultureInfo.InvariantCulture, $"its stamp was made with a key that Events:ChainKeys does not name ({stamp.KeyId:x8})");
        }

        if (key == ChainKey.None && !keys.AllowsNone && entry.Id > state.UnkeyedUpTo)
        {
            return "its stamp was made without a key";
        }

        return !stamp.Fits(key, entry) ? "its stamp does not fit its content"
            : _numbers.TryAdd(stamp, entry.Id) ? null : "its stamp is that of another event";
    }
}
