using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Unleash.Pat.Application.Sessions;

/// <summary>What a browser holds of its session: 256 random bits.</summary>
/// <remarks>
/// Threat: whoever reads the database could use the sessions in it. So the database holds <see cref="Hash"/>, and the
/// key itself is in the cookie alone.
/// </remarks>
public sealed class SessionKey
{
    /// <summary>Bytes of a <see cref="Hash"/>: one SHA-256.</summary>
    public const int HashLength = SHA256.HashSizeInBytes;

    private readonly string _text;

    /// <summary>Takes up the key that a cookie brought.</summary>
    /// <param name="text">What the cookie held.</param>
    public SessionKey(string text) => _text = text;

    /// <summary>Makes a new key from the operating system's generator.</summary>
    /// <returns>A key that nobody has seen.</returns>
    public static SessionKey Generate() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)));

    /// <summary>What the database keeps.</summary>
    /// <returns>32 bytes.</returns>
    public byte[] Hash() => SHA256.HashData(Encoding.UTF8.GetBytes(_text));

    /// <summary>The key's text, for the cookie.</summary>
    /// <returns>43 characters of base64url.</returns>
    public string Reveal() => _text;

    /// <summary>Three stars.</summary>
    /// <returns><c>***</c></returns>
    public override string ToString() => "***";
}
