using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Unleash.Pat.Application.Common.Security;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Sessions.Throttling;

/// <summary>Who is tried to be signed in, and from where.</summary>
/// <param name="Account">SHA-256 of the name that was typed.</param>
/// <param name="Network">The source by <see cref="NetworkSource"/>.</param>
/// <remarks>
/// Threats: a name that no account has must be slowed down like one that has, or the difference tells which exist; so
/// the typed name counts, not the account. And people type passwords where the name belongs; so its hash is kept.
/// </remarks>
internal readonly record struct SignInSource(string Account, string Network)
{
    public static SignInSource OfName(string name, string? address) =>
        new(Hash(AccountName.Key(name)), NetworkSource.Of(address));

    public static SignInSource OfAccount(long userId, string? address) =>
        new(userId.ToString(CultureInfo.InvariantCulture), NetworkSource.Of(address));

    private static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
