using System.Text;
using Unleash.Pat.Domain.Text;

namespace Unleash.Pat.Domain.Tokens;

/// <summary>What an account calls a token (docs/api.md, section 1.1). Two descriptions are equal where their code points are.</summary>
public sealed record TokenDescription
{
    /// <summary>The maximum number of characters, counted as Unicode code points like <c>maxLength</c> of JSON Schema.</summary>
    public const int MaxLength = 255;

    /// <summary>The most UTF-16 code units that <see cref="MaxLength"/> code points take: a column's size.</summary>
    public const int MaxCodeUnits = MaxLength * 2;

    /// <summary>The most bytes that <see cref="MaxLength"/> code points take in UTF-8: an index key's size.</summary>
    public const int MaxUtf8Bytes = MaxLength * 4;

    /// <summary>A pattern for LIKE of the folded descriptions of <see cref="Default"/>.</summary>
    public const string DefaultPattern = "unnamed token ________";

    private TokenDescription(string value) => Value = value;

    public string Value { get; }

    /// <exception cref="ArgumentException">The text breaks a rule; <see cref="FindFault"/> tells which.</exception>
    public static TokenDescription Create(string text) => FindFault(text) is { } fault
        ? throw new ArgumentException($"The description breaks the rule {fault}.", nameof(text))
        : new TokenDescription(text);

    /// <summary>The description of a token that was created without one.</summary>
    public static TokenDescription Default(string selector) => Create($"Unnamed token {selector[..8]}");

    /// <summary>A description that the database holds. A stricter rule of a later version does not make it unreadable.</summary>
    public static TokenDescription FromStored(string text) => new(text);

    /// <summary>The first rule that a text breaks, or <see langword="null"/>.</summary>
    /// <remarks>Threat: a token whose row in the list shows nothing is overlooked.</remarks>
    public static TokenDescriptionFault? FindFault(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text switch
        {
            _ when Invisible.IsAll(text) => TokenDescriptionFault.Blank,
            _ when text.IsLongerThan(MaxLength) => TokenDescriptionFault.TooLong,
            _ when text.Contains('\0', StringComparison.Ordinal) => TokenDescriptionFault.HasNul,
            _ => null,
        };
    }

    /// <summary>The UTF-8 bytes, by which the database keeps descriptions unique.</summary>
    /// <remarks>
    /// SQL Server treats <c>'a'</c> and <c>'a '</c> as equal in every collation; bytes are compared alike by every engine.
    /// </remarks>
    public byte[] ToKey() => Encoding.UTF8.GetBytes(Value);

    public override string ToString() => Value;
}

/// <summary>A rule that a token's description breaks.</summary>
public enum TokenDescriptionFault
{
    /// <summary>It is empty, or only white space, control characters and invisible characters.</summary>
    Blank = 0,

    /// <summary>More than <see cref="TokenDescription.MaxLength"/> code points.</summary>
    TooLong,

    /// <summary>It contains U+0000, which no client can show and not every database can store.</summary>
    HasNul,
}
