using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.IO.Hashing;
using System.Security.Cryptography;
using System.Text;

namespace Unleash.Pat.Domain.Tokens;

/// <summary>
/// A personal access token's secret, <c>user:v2_&lt;selector&gt;_&lt;secret&gt;</c> (docs/api.md, section 2), or an admin
/// token's, <c>*:*.&lt;selector&gt;_&lt;secret&gt;</c>, from its generation to the one answer that shows it.
/// </summary>
/// <remarks>
/// The two differ in their prefix alone: after it come 22 characters of selector, <c>_</c>, 37 random characters and 6
/// of CRC-32 over everything before them, the prefix included.
/// Threat: a secret in a log, an exception or a trace is a credential for every reader. So <see cref="ToString"/> shows
/// only the selector, and only <see cref="Reveal"/> returns the text.
/// </remarks>
public sealed class TokenSecret
{
    /// <summary>The start of every personal access token's secret.</summary>
    public const string Prefix = "user:v2_";

    /// <summary>The start of every admin token's secret (docs/api.md, section 3: <c>*:*.&lt;random&gt;</c>).</summary>
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

    /// <summary>The random bytes of a secret: those of its selector, and one for each random character.</summary>
    internal const int RandomBytes = SelectorBytes + RandomLength;

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

    /// <summary>Generates a personal access token's secret: 128 random bits of selector, 222 of secret.</summary>
    public static TokenSecret Generate() => Generate(Prefix);

    /// <summary>Generates an admin token's secret.</summary>
    public static TokenSecret GenerateAdmin() => Generate(AdminPrefix);

    /// <summary>Parses a presented text, without allocating but for a <see cref="PlainSecret"/>.</summary>
    /// <param name="text">What a client sent.</param>
    /// <param name="presented">The parts, where the text has the form of a secret.</param>
    /// <returns><see langword="true"/> where the form is right. The checksum is not verified.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out PresentedToken presented)
    {
        presented = default;
        if (PlainSecret.HasForm(text))
        {
            presented = new PresentedToken(text, TokenKind.Personal, PlainSecret.SelectorOf(text));
            return true;
        }

        var (kind, prefix) = text.StartsWith(AdminPrefix, StringComparison.Ordinal)
            ? (TokenKind.Admin, AdminPrefix)
            : (TokenKind.Personal, Prefix);
        if (text.Length != prefix.Length + AfterPrefix || !text.StartsWith(prefix, StringComparison.Ordinal))
        {
            return false;
        }

        var selector = text.Slice(prefix.Length, SelectorLength);
        var random = text[(prefix.Length + SelectorLength + 1)..];
        if (text[prefix.Length + SelectorLength] != '_'
            || !IsSelector(selector)
            || random.ContainsAnyExcept(Alphabet))
        {
            return false;
        }

        presented = new PresentedToken(text, kind, selector);
        return true;
    }

    /// <summary>Whether a text has the form of a selector.</summary>
    public static bool IsSelector(ReadOnlySpan<char> text) => text.Length == SelectorLength && !text.ContainsAnyExcept(Alphabet);

    /// <summary>Whether the last six characters are the CRC-32 of those before: with it a secret scanner recognises false positives.</summary>
    /// <param name="text">A text that <see cref="TryParse"/> accepted.</param>
    /// <returns><see langword="false"/> for a mistyped token, and for one that Unleash itself created.</returns>
    public static bool HasValidChecksum(ReadOnlySpan<char> text) =>
        text.Length is Length or AdminLength && text[^ChecksumLength..].SequenceEqual(Checksum(text[..^ChecksumLength]));

    /// <summary>What the database stores: SHA-256 of the whole secret.</summary>
    /// <returns>32 bytes.</returns>
    /// <remarks>
    /// A fast hash is enough: unlike a password, 222 random bits cannot be guessed at any speed.
    /// </remarks>
    public byte[] Verifier() => SHA256.HashData(Encoding.ASCII.GetBytes(_value));

    /// <summary>The secret's text, for the one answer that shows it.</summary>
    /// <returns>ASCII.</returns>
    public string Reveal() => _value;

    /// <summary><c>user:v2_&lt;selector&gt;_***</c></summary>
    public override string ToString() => $"{_prefix}{Selector}_***";

    /// <summary>Makes a personal access token's secret of <see cref="RandomBytes"/> bytes, for databases of tests alone.</summary>
    /// <remarks>Threat: a secret is as hard to guess as these bytes. The service has <see cref="Generate()"/>.</remarks>
    internal static TokenSecret FromBytes(ReadOnlySpan<byte> random) => FromBytes(Prefix, random);

    private static TokenSecret Generate(string prefix)
    {
        Span<byte> random = stackalloc byte[RandomBytes];
        RandomNumberGenerator.Fill(random);
        return FromBytes(prefix, random);
    }

    // The alphabet has 64 characters, so six bits of a byte choose each of them as often as the others.
    private static TokenSecret FromBytes(string prefix, ReadOnlySpan<byte> random)
    {
        Span<char> secret = stackalloc char[RandomLength];
        for (var at = 0; at < RandomLength; at++)
        {
            secret[at] = Base64UrlAlphabet[random[SelectorBytes + at] % Base64UrlAlphabet.Length];
        }

        var unsigned = $"{prefix}{Base64Url.EncodeToString(random[..SelectorBytes])}_{secret}";
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
