namespace Unleash.Pat.Domain.Users;

/// <summary>The rules of passwords: a minimum length, and not easy to guess. Every character is allowed.</summary>
/// <remarks>
/// Threat: rules of composition make people choose <c>Password1!</c> and write it down (NIST SP 800-63B), so there are
/// none. The maximum limits the work that one request can cause.
/// </remarks>
public static class PasswordPolicy
{
    /// <summary>The fewest characters, counted as Unicode code points.</summary>
    public const int MinLength = 10;

    /// <summary>The maximum number of characters, counted as Unicode code points.</summary>
    public const int MaxLength = 256;

    /// <summary>The rules that a password breaks.</summary>
    /// <param name="names">The account's username and e-mail address, or <see langword="null"/>.</param>
    /// <param name="isCommon">Whether a password is a common one, which attackers try first.</param>
    public static IEnumerable<PasswordFault> Faults(
        Password password, IEnumerable<string?> names, Func<Password, bool> isCommon)
    {
        ArgumentNullException.ThrowIfNull(password);
        ArgumentNullException.ThrowIfNull(isCommon);
        var text = password.Reveal();
        var length = text.EnumerateRunes().Count();
        if (length < MinLength)
        {
            yield return PasswordFault.TooShort;
        }

        if (length > MaxLength)
        {
            yield return PasswordFault.TooLong;
        }

        if (names.OfType<string>().Any(name => AccountName.Key(name.Trim()) == AccountName.Key(text.Trim())))
        {
            yield return PasswordFault.IsName;
        }

        if (isCommon(password))
        {
            yield return PasswordFault.IsCommon;
        }
    }
}

/// <summary>A rule that a password breaks.</summary>
public enum PasswordFault
{
    /// <summary>Fewer than <see cref="PasswordPolicy.MinLength"/> characters.</summary>
    TooShort = 0,

    /// <summary>More than <see cref="PasswordPolicy.MaxLength"/> characters.</summary>
    TooLong,

    /// <summary>The account's username or e-mail address.</summary>
    IsName,

    /// <summary>One of the most common passwords.</summary>
    IsCommon,
}
