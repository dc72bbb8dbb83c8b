using Unleash.Pat.Domain.Text;

namespace Unleash.Pat.Domain.Users;

/// <summary>When two usernames, or two e-mail addresses, are the same.</summary>
public static class AccountName
{
    /// <summary>The most UTF-16 code units of a username, an e-mail address or a name to show, and of their keys.</summary>
    public const int MaxLength = 255;

    /// <summary>The form in which names are compared and kept unique, whatever their case and encoding.</summary>
    /// <remarks>
    /// Threat: two accounts whose names differ in case alone (<c>Admin</c>, <c>admin</c>), or in the encoding of
    /// an accent, let one user pass for another.
    /// </remarks>
    public static string Key(string name)
    {
        ArgumentNullException.ThrowIfNull(name);

        // Older accounts can have names of invisible characters alone; these are different names.
        return CaseFold.Of(name) is { Length: > 0 } key ? key : EarlierKey(name);
    }

    /// <summary>The key of earlier versions; names that conflict by <see cref="Key"/> keep it.</summary>
    public static string EarlierKey(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.ToLowerInvariant();
    }

    /// <summary>Whether a name, or the key by which it is compared, is longer than <see cref="MaxLength"/>.</summary>
    public static bool IsTooLong(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length > MaxLength || Key(name).Length > MaxLength || name.Composed().Length > MaxLength;
    }

    /// <summary>An e-mail address as it is stored: in lower case and composed.</summary>
    /// <remarks>Addresses that <see cref="Key"/> folds further can be different mailboxes.</remarks>
    public static string Address(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.ToLowerInvariant().Composed();
    }

    /// <summary>Whether a text can be an e-mail address: one <c>@</c> between two parts without white space or control characters.</summary>
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

    /// <summary>Whether a text can be a username, apart from its length.</summary>
    public static bool IsUsername(string text) => Username.HidesNothing(text) && Username.IsIdentifier(text);
}
