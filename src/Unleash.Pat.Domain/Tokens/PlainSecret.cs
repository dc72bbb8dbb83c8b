using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Unleash.Pat.Domain.Tokens;

/// <summary>
/// The secret of a token that Unleash stored in plain text, <c>user:</c> and 56 hexadecimal digits. The service creates
/// none, and accepts those that were imported.
/// </summary>
/// <remarks>
/// It has no selector of its own, so one is derived from it: 16 bytes of a SHA-256. The 224 random bits cannot be found
/// from it, nor from the verifier, and neither of the two from the other, because what is hashed differs.
/// </remarks>
public static class PlainSecret
{
    private const string Prefix = "user:";
    private const int Length = 5 + 56;
    private const int SelectorBytes = 16;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    private static ReadOnlySpan<byte> Purpose => "selector of "u8;

    /// <summary>Whether a text has the form; only digits in lower case, as Unleash compares them.</summary>
    /// <remarks>Threat: any other text in the column was chosen by a person, and may be guessed from its SHA-256.</remarks>
    public static bool HasForm(ReadOnlySpan<char> text) =>
        text.Length == Length
        && text.StartsWith(Prefix, StringComparison.Ordinal)
        && !text[Prefix.Length..].ContainsAnyExcept(Digits);

    /// <summary>The selector by which the token is stored and found.</summary>
    /// <param name="text">A text that has the form.</param>
    public static string SelectorOf(ReadOnlySpan<char> text)
    {
        Span<byte> hashed = stackalloc byte[Purpose.Length + Length];
        Purpose.CopyTo(hashed);
        Encoding.ASCII.GetBytes(text, hashed[Purpose.Length..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(hashed, hash);
        return Base64Url.EncodeToString(hash[..SelectorBytes]);
    }
}
