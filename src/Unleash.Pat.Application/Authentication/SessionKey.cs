using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Unleash.Pat.Application.Authentication;

/// <summary>The secret by which a browser uses its session: 256 random bits.</summary>
/// <remarks>
/// Threat: a reader of the database could use the sessions in it. So the database holds <see cref="Hash"/>, and the key
/// itself is in the cookie alone.
/// </remarks>
public sealed class SessionKey
{
    /// <summary>Bytes of a <see cref="Hash"/>: one SHA-256.</summary>
    public const int HashLength = SHA256.HashSizeInBytes;

    private readonly string _text;

    /// <summary>The key that a client sent.</summary>
    public SessionKey(string text) => _text = text;

    /// <summary>Generates a key from the operating system's random numbers.</summary>
    public static SessionKey Generate() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)));

    /// <summary>What the database stores, 32 bytes.</summary>
    public byte[] Hash() => SHA256.HashData(Encoding.UTF8.GetBytes(_text));

    /// <summary>The key's text for the cookie, 43 characters of base64url.</summary>
    public string Reveal() => _text;

    /// <summary>Three stars, so that no log gets the key.</summary>
    public override string ToString() => "***";
}
