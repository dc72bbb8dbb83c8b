using System.Globalization;
using System.Text;

namespace Unleash.Pat.Domain.Users;

/// <summary>What makes two usernames, or two e-mail addresses, one.</summary>
public static class AccountName
{
    /// <summary>The most UTF-16 code units of a username, an e-mail address or a name to show.</summary>
    public const int MaxLength = 255;

    /// <summary>The form in which names are compared and kept unique: in any case.</summary>
    /// <param name="name">A username or an e-mail address.</param>
    /// <returns>The text in lower case.</returns>
    /// <remarks>
    /// Threat: two accounts whose names differ in case alone (<c>Admin</c>, <c>admin</c>) let one person pass for
    /// another.
    /// </remarks>
    public static string Key(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.ToLowerInvariant();
    }

    /// <summary>Whether a text can be an e-mail address: one <c>@</c> between two parts without white space or control characters.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>Whether mail could be sent there is not asked.</returns>
    public static bool IsEmailAddress(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0
            && at < text.Length - 1
            && text.IndexOf('@', at + 1) < 0
            && !text.Any(char.IsWhiteSpace)
            && !HasInvisible(text);
    }

    /// <summary>Whether a text can be a username: something to see, and nothing that hides at its ends or in it.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>Its length is not asked.</returns>
    /// <remarks>Threat: <c>admin </c>, or <c>admin</c> with an invisible character, would pass for <c>admin</c>.</remarks>
    public static bool IsUsername(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > 0
            && !char.IsWhiteSpace(text[0])
            && !char.IsWhiteSpace(text[^1])
            && !HasInvisible(text);
    }

    /// <summary>Whether a text holds characters that nobody sees: control and format characters.</summary>
    /// <param name="text">Any text.</param>
    /// <returns><see langword="true"/> where it does.</returns>
    public static bool HasInvisible(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.EnumerateRunes().Any(rune => Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
    }
}
