using System.Security.Cryptography;
using System.Text;

namespace Unleash.Pat.Domain.Users;

/// <summary>The token of a link with which a user sets a password: an invitation, or a reset.</summary>
/// <param name="text">The token, or what a client sent in its place.</param>
/// <remarks>
/// Threat: someone who reads the token from a log or the database sets the password and signs in. So the database stores the
/// selector, by which the link is found, and <see cref="Verifier"/>; and this type prints stars.
/// </remarks>
public sealed class PasswordLinkToken(string text)
{
    /// <summary>The length of a <see cref="Selector"/>: 130 random bits.</summary>
    public const int SelectorLength = 22;

    /// <summary>The bytes of a <see cref="Verifier"/>: one SHA-256.</summary>
    public const int VerifierLength = SHA256.HashSizeInBytes;

    /// <summary>The length of a token. What follows the selector is 256 random bits.</summary>
    public const int Length = SelectorLength + 43;

    // Letters and digits alone: programs that find addresses in a text leave out punctuation at the end of one.
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>The part by which the link is found; <see langword="null"/> where the text is no token.</summary>
    public string? Selector => text.Length == Length && text.All(char.IsAsciiLetterOrDigit) ? text[..SelectorLength] : null;

    /// <summary>Generates a token from the operating system's random numbers.</summary>
    public static PasswordLinkToken Generate() => new(RandomNumberGenerator.GetString(Alphabet, Length));

    /// <summary>What the database stores: SHA-256 of the whole token.</summary>
    public byte[] Verifier() => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    /// <summary>The token's text, for the one answer that shows it.</summary>
    public string Reveal() => text;

    /// <summary>Three stars, so that no log gets the token.</summary>
    public override string ToString() => "***";
}
