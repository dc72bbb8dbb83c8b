using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Unleash.Pat.Application.Events.Chain;

/// <summary>Values as bytes from which each can be told again, so that no two rows have the same ones.</summary>
/// <remarks>
/// Threat: without lengths, a character could be moved from the end of one value to the beginning of the next, and the hash
/// would stay the same.
/// </remarks>
internal sealed class CanonicalBytes
{
    private const int Absent = -1;

    private readonly ArrayBufferWriter<byte> _bytes = new(512);

    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    public CanonicalBytes Add(string? text)
    {
        if (text is null)
        {
            return Length(Absent);
        }

        Length(Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, _bytes);
        return this;
    }

    public CanonicalBytes Add(long number)
    {
        BinaryPrimitives.WriteInt64BigEndian(_bytes.GetSpan(sizeof(long)), number);
        _bytes.Advance(sizeof(long));
        return this;
    }

    public CanonicalBytes Add(long? number) => number is { } given ? Length(sizeof(long)).Add(given) : Length(Absent);

    public CanonicalBytes Add(DateTimeOffset instant) => Add(instant.ToUnixTimeMilliseconds());

    public CanonicalBytes Add(byte[]? bytes) => bytes is null ? Length(Absent) : Length(bytes.Length).Raw(bytes);

    /// <summary>Bytes of a length that is always the same.</summary>
    public CanonicalBytes Raw(ReadOnlySpan<byte> bytes)
    {
        _bytes.Write(bytes);
        return this;
    }

    private CanonicalBytes Length(int length)
    {
        BinaryPrimitives.WriteInt32BigEndian(_bytes.GetSpan(sizeof(int)), length);
        _bytes.Advance(sizeof(int));
        return this;
    }
}
