using System.Buffers.Text;
using System.Text;

namespace Unleash.Pat.Domain.UnitTests.Tokens;

/// <summary>CRC-32 (IEEE 802.3) bit by bit from its definition, so that the service's library is not its own judge.</summary>
internal static class Crc32
{
    private const uint ReversedPolynomial = 0xEDB88320;

    public static uint Of(string ascii)
    {
        var register = uint.MaxValue;
        foreach (var value in Encoding.ASCII.GetBytes(ascii))
        {
            register ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                register = (register & 1) == 0 ? register >> 1 : (register >> 1) ^ ReversedPolynomial;
            }
        }

        return ~register;
    }

    /// <summary>As docs/api.md, section 2 spells a checksum: 4 bytes big-endian as base64url without padding.</summary>
    public static string AsBase64Url(string ascii)
    {
        var crc = Of(ascii);
        return Base64Url.EncodeToString([(byte)(crc >> 24), (byte)(crc >> 16), (byte)(crc >> 8), (byte)crc]);
    }
}
