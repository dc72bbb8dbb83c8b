using Unleash.Pat.Domain.Text;

namespace Unleash.Pat.Domain.Users;

/// <summary>What makes two usernames, or two e-mail addresses, one.</summary>
public static class AccountName
{
    /// <summary>The most UTF-16 code units of a username, an e-mail address or a name to show, and of their keys.</summary>
    public const int MaxLength = 255;

    /// <summary>The form in which names are compared and kept unique: in any case, however they are written.</summary>
    /// <param name="name">A username or an e-mail address.</param>
    /// <returns>The folded text.</returns>
    /// <remarks>
    /// Threat: two accounts whose names differ in case alone (<c>Admin</c>, <c>admin</c>), or in how an accent is
    /// written, let one person pass for another.
    /// </remarks>
    public static string Key(string name)
    {
        ArgumentNullException.ThrowIfNull(name);

        // Accounts from before may be called by invisible characters alone; these are not all one name.
        return CaseFold.Of(name) is { Length: > 0 } key ? key : EarlierKey(name);
    }

    /// <summary>The key that earlier versions gave a name; names that clash by <see cref="Key"/> keep it.</summary>
    /// <param name="name">A username or an e-mail address.</param>
    /// <returns>The text in lower case.</returns>
    public static string EarlierKey(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.ToLowerInvariant();
    }

    /// <summary>Whether a name, or the key by which it is compared, is longer than <see cref="MaxLength"/>.</summary>
    /// <param name="name">A username, an e-mail address or a name to show.</param>
    /// <returns><see langword="true"/> where it is.</returns>
    public static bool IsTooLong(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length > MaxLength || Key(name).Length > MaxLength || name.Composed().Length > MaxLength;
    }

    /// <summary>An e-mail address as it is stored: in lower case and composed.</summary>
    /// <param name="address">An e-mail address.</param>
    /// <returns>The same address: what <see cref="Key"/> folds beyond that could be somebody else's mailbox.</returns>
    public static string Address(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.ToLowerInvariant().Composed();
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
            && !text.EnumerateRunes().Any(Invisible.IsBarred);
    }

    /// <summary>Whether a text can be a username.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>Its length is not asked.</returns>
    public static bool IsUsername(string text) => Username.HidesNothing(text) && Username.IsIdentifier(text);
}
