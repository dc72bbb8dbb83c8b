using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Unleash.Pat.Application.Events.Chain;

/// <summary>A key of the event log's chain.</summary>
internal sealed class ChainKey
{
    /// <summary>The least bytes of a key: as many as its hash has.</summary>
    public const int MinLength = 32;

    /// <summary>The bytes of a code.</summary>
    public const int CodeLength = HMACSHA256.HashSizeInBytes;

    private const uint NoId = 0;

    private readonly byte[] _secret;

    private ChainKey(uint id, byte[] secret) => (Id, _secret) = (id, secret);

    /// <summary>What stands for a key where there is none.</summary>
    public static ChainKey None { get; } = new(NoId, []);

    /// <summary>Names the key beside what it made, and tells nothing of it.</summary>
    public uint Id { get; }

    /// <summary>Reads a key of the configuration.</summary>
    /// <returns><see langword="null"/> where it is none.</returns>
    public static ChainKey? Parse(string base64)
    {
        var secret = new byte[base64.Length];
        if (!Convert.TryFromBase64String(base64.Trim(), secret, out var length) || length < MinLength)
        {
            return null;
        }

        secret = secret[..length];
        var id = BinaryPrimitives.ReadUInt32BigEndian(HMACSHA256.HashData(secret, "unleash-pat event key"u8));
        return new ChainKey(Math.Max(id, NoId + 1), secret);
    }

    /// <summary>The code that only this key makes of bytes.</summary>
    public byte[] CodeOf(ReadOnlySpan<byte> bytes) => HMACSHA256.HashData(_secret, bytes);
}
