using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users.Passwords;

/// <summary>Refuses what may not be a password.</summary>
internal sealed class PasswordRules(CommonPasswords common)
{
    /// <summary>The rules that a password breaks; none where there is no password.</summary>
    public IEnumerable<ServiceError> Faults(Password? password, params IEnumerable<string?> names) =>
        password is null ? [] : PasswordPolicy.Faults(password, names, common.Contains).Select(ErrorOf);

    /// <summary>Refuses a password that breaks a rule.</summary>
    /// <exception cref="RefusedException">With every broken rule; never with the password.</exception>
    public void Require(Password password, params IEnumerable<string?> names)
    {
        var broken = Faults(password, names).ToList();
        if (broken.Count > 0)
        {
            throw RefusedException.BrokenRules(broken);
        }
    }

    private static ServiceError ErrorOf(PasswordFault fault) => fault switch
    {
        PasswordFault.TooShort => Errors.PasswordTooShort,
        PasswordFault.TooLong => Errors.PasswordTooLong,
        PasswordFault.IsName => Errors.PasswordIsName,
        PasswordFault.IsCommon => Errors.PasswordIsCommon,
        _ => throw new InvalidOperationException($"Unknown rule {fault}."),
    };
}
