using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.IO.Hashing;
using System.Security.Cryptography;
using System.Text;

namespace Unleash.Pat.Domain.Tokens;

/// <summary>
/// A personal access token's secret, <c>user:v2_&lt;selector&gt;_&lt;secret&gt;</c> (docs/api.md, section 2), or an issued
/// admin token's, <c>*:*.&lt;selector&gt;_&lt;secret&gt;</c>, as it is between the moment it is generated and the one
/// answer that shows it.
/// </summary>
/// <remarks>
/// The two differ in their prefix alone: after it come 22 characters of selector, <c>_</c>, 37 random characters and 6
/// of CRC-32 over everything before them, the prefix included.
/// Threat: a secret that reaches a log, an exception or a trace is a credential for whoever reads it. So
/// <see cref="ToString"/> shows the selector only, and the text leaves by <see cref="Reveal"/> alone.
/// </remarks>
public sealed class TokenSecret
{
    /// <summary>What every personal access token's secret starts with.</summary>
    public const string Prefix = "user:v2_";

    /// <summary>What every issued admin token's secret starts with: docs/api.md, section 3: <c>*:*.&lt;random&gt;</c>.</summary>
    public const string AdminPrefix = "*:*.";

    /// <summary>Characters of the selector: 16 random bytes as base64url.</summary>
    public const int SelectorLength = 22;

    /// <summary>Bytes of a <see cref="Verifier"/>: one SHA-256.</summary>
    public const int VerifierLength = SHA256.HashSizeInBytes;

    /// <summary>Characters of a personal access token's whole secret: no other secret is longer.</summary>
    public const int Length = PrefixLength + AfterPrefix;

    private const int PrefixLength = 8;
    private const int AdminLength = 4 + AfterPrefix;
    private const int AfterPrefix = SelectorLength + 1 + RandomLength + ChecksumLength;
    private const int SelectorBytes = 16;
    private const int RandomLength = 37;
    private const int ChecksumLength = 6;
    private const string Base64UrlAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private static readonly SearchValues<char> Alphabet = SearchValues.Create(Base64UrlAlphabet);

    private readonly string _prefix;
    private readonly string _value;

    private TokenSecret(string prefix, string value)
    {
        _prefix = prefix;
        _value = value;
    }

    /// <summary>The public part, by which the token is found. 22 characters of base64url.</summary>
    public string Selector => _value.Substring(_prefix.Length, SelectorLength);

    /// <summary>Makes a new secret from the operating system's generator: 128 bits of selector, 222 bits of secret.</summary>
    /// <returns>A personal access token's secret that nobody has seen.</returns>
    public static TokenSecret Generate() => Generate(Prefix);

    /// <summary>The same for an admin token.</summary>
    /// <returns>An admin token's secret that nobody has seen.</returns>
    public static TokenSecret GenerateAdmin() => Generate(AdminPrefix);

    /// <summary>Takes a presented text apart, without allocating.</summary>
    /// <param name="text">What a client sent.</param>
    /// <param name="presented">The parts, where the text has the form of a secret.</param>
    /// <returns><see langword="true"/> where the form is right; a wrong checksum does not matter here.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out PresentedToken presented)
    {
        presented = default;
        var prefix = text.StartsWith(AdminPrefix, StringComparison.Ordinal) ? AdminPrefix : Prefix;
        if (text.Length != prefix.Length + AfterPrefix || !text.StartsWith(prefix, StringComparison.Ordinal))
        {
            return false;
        }

        var selector = text.Slice(prefix.Length, SelectorLength);
        var random = text[(prefix.Length + SelectorLength + 1)..];
        if (text[prefix.Length + SelectorLength] != '_'
            || selector.ContainsAnyExcept(Alphabet)
            || random.ContainsAnyExcept(Alphabet))
        {
            return false;
        }

        presented = new PresentedToken(text, prefix.Length);
        return true;
    }

    /// <summary>Whether the last six characters are the CRC-32 of those before: a scanner's test for invented tokens.</summary>
    /// <param name="text">A text that <see cref="TryParse"/> accepted.</param>
    /// <returns><see langword="false"/> for a mistyped token, and for one that Unleash itself issued.</returns>
    public static bool HasValidChecksum(ReadOnlySpan<char> text) =>
        text.Length is Length or AdminLength && text[^ChecksumLength..].SequenceEqual(Checksum(text[..^ChecksumLength]));

    /// <summary>What the database keeps: SHA-256 over the whole secret.</summary>
    /// <returns>32 bytes.</returns>
    /// <remarks>
    /// A plain hash is enough, where a password needs a slow one: 222 random bits cannot be guessed at any speed.
    /// </remarks>
    public byte[] Verifier() => SHA256.HashData(Encoding.ASCII.GetBytes(_value));

    /// <summary>The secret's text, for the one answer that issues it.</summary>
    /// <returns>ASCII.</returns>
    public string Reveal() => _value;

    /// <summary>The selector, and nothing that authenticates.</summary>
    /// <returns><c>user:v2_&lt;selector&gt;_***</c></returns>
    public override string ToString() => $"{_prefix}{Selector}_***";

    private static TokenSecret Generate(string prefix)
    {
        Span<byte> selector = stackalloc byte[SelectorBytes];
        RandomNumberGenerator.Fill(selector);
        var unsigned = $"{prefix}{Base64Url.EncodeToString(selector)}_{RandomNumberGenerator.GetString(Base64UrlAlphabet, RandomLength)}";
        return new TokenSecret(prefix, unsigned + Checksum(unsigned));
    }

    private static string Checksum(ReadOnlySpan<char> text)
    {
        Span<byte> ascii = stackalloc byte[Length];
        var written = Encoding.ASCII.GetBytes(text, ascii);
        Span<byte> crc = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(crc, Crc32.HashToUInt32(ascii[..written]));
        return Base64Url.EncodeToString(crc);
    }
}
