using System.Text;
using Unleash.Pat.Domain.Text;

namespace Unleash.Pat.Domain.Tokens;

/// <summary>The rules of a token's description (docs/api.md, section 1.1).</summary>
public static class TokenDescription
{
    /// <summary>The most characters, counted as Unicode code points like <c>maxLength</c> of JSON Schema.</summary>
    public const int MaxLength = 255;

    /// <summary>The most UTF-16 code units that <see cref="MaxLength"/> code points take: a column's size.</summary>
    public const int MaxCodeUnits = MaxLength * 2;

    /// <summary>The most bytes that <see cref="MaxLength"/> code points take in UTF-8: an index key's size.</summary>
    public const int MaxUtf8Bytes = MaxLength * 4;

    /// <summary>How the service names a token that came without a description.</summary>
    /// <param name="selector">The token's selector.</param>
    /// <returns><c>Unnamed token </c> and the selector's first 8 characters.</returns>
    public static string Default(string selector) => $"Unnamed token {selector[..8]}";

    /// <summary>Whether the text says nothing.</summary>
    /// <param name="description">Any text.</param>
    /// <returns>
    /// <see langword="true"/> for an empty text, and for white space, controls and characters that nobody sees alone.
    /// </returns>
    /// <remarks>Threat: a token whose row in the list is empty is one that nobody looks at.</remarks>
    public static bool IsBlank(string description)
    {
        ArgumentNullException.ThrowIfNull(description);
        return Invisible.IsAll(description);
    }

    /// <summary>Whether the text is longer than <see cref="MaxLength"/>.</summary>
    /// <param name="description">Any text.</param>
    /// <returns><see langword="true"/> where it has more code points.</returns>
    public static bool IsTooLong(string description) =>
        description.Length > MaxCodeUnits || description.EnumerateRunes().Count() > MaxLength;

    /// <summary>Whether the text holds U+0000, which no client can show and not every database can keep.</summary>
    /// <param name="description">Any text.</param>
    /// <returns><see langword="true"/> where it does.</returns>
    public static bool HasNul(string description) => description.Contains('\0', StringComparison.Ordinal);

    /// <summary>What makes two descriptions one: their code points.</summary>
    /// <param name="description">Any text.</param>
    /// <returns>Its UTF-8 bytes.</returns>
    /// <remarks>
    /// SQL Server holds <c>'a'</c> and <c>'a '</c> for equal in every collation; bytes leave no engine that choice.
    /// </remarks>
    public static byte[] Key(string description) => Encoding.UTF8.GetBytes(description);
}
