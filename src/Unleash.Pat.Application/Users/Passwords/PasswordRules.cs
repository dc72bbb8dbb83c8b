using Unleash.Pat.Application.Common.Exceptions;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users.Passwords;

/// <summary>Refuses what may not be a password.</summary>
internal sealed class PasswordRules(CommonPasswords common)
{
    /// <summary>Refuses a password that breaks a rule.</summary>
    /// <param name="password">The password that somebody chose.</param>
    /// <param name="names">The account's username and e-mail address, as far as it has them.</param>
    /// <exception cref="BadDataException">With every broken rule; never with the password.</exception>
    public void Require(Password password, params IEnumerable<string?> names)
    {
        var broken = PasswordPolicy.Faults(password, names, common.Contains).ToList();
        if (broken.Count > 0)
        {
            throw BadDataException.Rules(broken);
        }
    }
}
