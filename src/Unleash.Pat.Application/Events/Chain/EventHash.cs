using System.Security.Cryptography;

namespace Unleash.Pat.Application.Events.Chain;

/// <summary>The hash of an event and of everything before it.</summary>
/// <remarks>
/// Without a key, so that everybody who has an archive and a head can verify it, and a key can be changed at any time. What
/// needs the key is <see cref="ChainProof"/>, which fixes the last hash, and with it all others.
/// </remarks>
public static class EventHash
{
    /// <summary>Its bytes.</summary>
    public const int Length = SHA256.HashSizeInBytes;

    /// <summary>What stands for the hash before the first event.</summary>
    public static byte[] Beginning { get; } = new byte[Length];

    /// <summary>The hash of an event that follows the one with the hash <paramref name="previous"/>.</summary>
    public static byte[] Of(byte[] previous, StoredEvent entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var bytes = new CanonicalBytes()
            .Add("unleash-pat event 1")
            .Raw(previous)
            .Add(entry.Id)
            .Add(entry.Type)
            .Add(entry.CreatedBy)
            .Add(entry.CreatedByUserId)
            .Add(entry.CreatedAt)
            .Add(entry.Data)
            .Add(entry.PreData)
            .Add(entry.SubjectUserId)
            .Add(entry.TokenId)
            .Add(entry.Stamp);
        return SHA256.HashData(bytes.Written);
    }
}
