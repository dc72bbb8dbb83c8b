using System.Buffers.Binary;

namespace Unleash.Pat.Application.Events.Chain;

/// <summary>The bytes of a stamp: the key, the process, a number of its own, the length of the data, and a code over all.</summary>
internal readonly struct EventStamp
{
    public const int Length = 40;

    /// <summary>Rows that one statement inserts have the same stamp.</summary>
    public const ulong Shared = 1UL << 63;

    /// <summary>The statement put something before the data, which the code does not cover.</summary>
    public const ulong Completed = 1UL << 62;

    private const int CodeLength = 16;
    private const int HeadLength = Length - CodeLength;

    private readonly byte[] _bytes;

    private EventStamp(byte[] bytes) => _bytes = bytes;

    /// <summary>The key, by <see cref="ChainKey.Id"/>.</summary>
    public uint KeyId => BinaryPrimitives.ReadUInt32BigEndian(_bytes);

    /// <summary>The process that made it.</summary>
    public ulong Run => BinaryPrimitives.ReadUInt64BigEndian(_bytes.AsSpan(4));

    /// <summary>Rises with every stamp of the process.</summary>
    public ulong Number => Marked & ~(Shared | Completed);

    public bool IsShared => (Marked & Shared) != 0;

    private ulong Marked => BinaryPrimitives.ReadUInt64BigEndian(_bytes.AsSpan(12));

    private int DataLength => BinaryPrimitives.ReadInt32BigEndian(_bytes.AsSpan(20));

    /// <summary>Reads a stamp; <see langword="null"/> where the bytes are none.</summary>
    public static EventStamp? Read(byte[] bytes) => bytes.Length == Length ? new EventStamp(bytes) : null;

    /// <summary>Makes the stamp of an event, of which nothing is stored yet.</summary>
    /// <param name="marked">The number, with <see cref="Shared"/> and <see cref="Completed"/>.</param>
    public static byte[] Make(ChainKey key, ulong run, ulong marked, StoredEvent entry)
    {
        var bytes = new byte[Length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, key.Id);
        BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(4), run);
        BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(12), marked);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(20), entry.Data?.Length ?? -1);
        Code(key, bytes, entry, entry.Data).CopyTo(bytes, HeadLength);
        return bytes;
    }

    /// <summary>Whether a key made it for an event.</summary>
    public bool Fits(ChainKey key, StoredEvent entry)
    {
        if (!TryDataOf(entry.Data, out var data))
        {
            return false;
        }

        return Code(key, _bytes, entry, data).AsSpan().SequenceEqual(_bytes.AsSpan(HeadLength));
    }

    private bool TryDataOf(string? stored, out string? data)
    {
        var (length, isCompleted) = (DataLength, (Marked & Completed) != 0);
        var fits = length < 0
            ? stored is null
            : stored is not null && (isCompleted ? length <= stored.Length : length == stored.Length);
        data = fits ? stored?[^length..] : null;
        return fits;
    }

    private static byte[] Code(ChainKey key, byte[] stamp, StoredEvent entry, string? data) => key.CodeOf(new CanonicalBytes()
        .Add("unleash-pat stamp 1")
        .Raw(stamp.AsSpan(0, HeadLength))
        .Add(entry.Type)
        .Add(entry.CreatedBy)
        .Add(entry.CreatedByUserId)
        .Add(entry.CreatedAt)
        .Add(entry.PreData)
        .Add(data)
        .Written)[..CodeLength];
}
