using System.Security.Cryptography;
using System.Text;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Authentication.Throttling;

/// <summary>Who is tried to be signed in, and from where.</summary>
/// <param name="Account">SHA-256 of the account's name, or of the name that was typed where no account has it.</param>
/// <param name="Network">The source by <see cref="NetworkSource"/>.</param>
/// <remarks>
/// Threats: an account has two names, and whoever guesses its password must not have twice the guesses; so all that is
/// typed for one account counts by one of its names. A name that no account has must be slowed down like one that has, or
/// the difference tells which exist; so it counts by itself, in the same way. And people type passwords where the name
/// belongs; so only hashes are kept.
/// </remarks>
internal readonly record struct SignInSource(string Account, string Network)
{
    /// <summary>Whoever signs in by this name: in any case and form of it, by <see cref="AccountName.Key"/>.</summary>
    public static SignInSource OfName(string name, string? address) =>
        new(Hash(AccountName.Key(name)), NetworkSource.Of(address));

    /// <summary>Whoever signs in to this account, by whichever of its names.</summary>
    public static SignInSource OfAccount(User account, string? address) =>
        OfName(account.Username ?? account.Email ?? "", address);

    private static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
