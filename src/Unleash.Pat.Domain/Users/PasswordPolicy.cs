namespace Unleash.Pat.Domain.Users;

/// <summary>What a password must be: long enough and not to be guessed; of which characters is left to its owner.</summary>
/// <remarks>
/// Threat: rules of composition make people choose <c>Password1!</c> and write it down (NIST SP 800-63B), so there are
/// none. The upper bound keeps a request from buying much hashing for little.
/// </remarks>
public static class PasswordPolicy
{
    /// <summary>The fewest characters, counted as Unicode code points.</summary>
    public const int MinLength = 10;

    /// <summary>The most characters, counted as Unicode code points.</summary>
    public const int MaxLength = 256;

    /// <summary>The rules that a password breaks.</summary>
    /// <param name="password">The password.</param>
    /// <param name="names">What its account is called: username, e-mail address; <see langword="null"/> where it has none.</param>
    /// <param name="isCommon">Whether a password is among those that everybody tries first.</param>
    /// <returns>Each broken rule once.</returns>
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
