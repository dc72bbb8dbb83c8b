using Unleash.Pat.Application.Exceptions;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users.Passwords;

/// <summary>Refuses what may not be a password.</summary>
internal sealed class PasswordRules(CommonPasswords common)
{
    /// <summary>The rules that a password breaks; none where there is no password.</summary>
    /// <param name="password">The password that somebody chose, or none.</param>
    /// <param name="names">The account's username and e-mail address, as far as it has them.</param>
    public IEnumerable<string> Faults(Password? password, params IEnumerable<string?> names) =>
        password is null ? [] : PasswordPolicy.Faults(password, names, common.Contains);

    /// <summary>Refuses a password that breaks a rule.</summary>
    /// <param name="password">The password that somebody chose.</param>
    /// <param name="names">The account's username and e-mail address, as far as it has them.</param>
    /// <exception cref="BadDataException">With every broken rule; never with the password.</exception>
    public void Require(Password password, params IEnumerable<string?> names)
    {
        var broken = Faults(password, names).ToList();
        if (broken.Count > 0)
        {
            throw BadDataException.Rules(broken);
        }
    }
}
