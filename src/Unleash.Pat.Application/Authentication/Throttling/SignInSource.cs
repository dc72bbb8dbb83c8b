using System.Security.Cryptography;
using System.Text;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Authentication.Throttling;

/// <summary>The account of an attempt to sign in, and the address that it comes from.</summary>
/// <param name="Account">SHA-256 of the account's name, or of the name that was typed where no account has it.</param>
/// <param name="Network">The source by <see cref="NetworkSource"/>.</param>
/// <remarks>
/// Threats. An account has two names, which must not allow twice the guesses, so all attempts for one account count under
/// one of its names. A name without an account must be slowed down in the same way, or the difference reveals which accounts
/// exist. And users type passwords into the field for the name, so only hashes are kept.
/// </remarks>
internal readonly record struct SignInSource(string Account, string Network)
{
    /// <summary>The source for a name that no account has, in any case and form, by <see cref="AccountName.Key"/>.</summary>
    public static SignInSource OfName(string name, string? address) =>
        new(Hash(AccountName.Key(name)), NetworkSource.Of(address));

    /// <summary>The source for an account, by either of its names.</summary>
    public static SignInSource OfAccount(User account, string? address) =>
        OfName(account.Username ?? account.Email ?? "", address);

    private static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
