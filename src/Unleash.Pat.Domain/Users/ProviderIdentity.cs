using System.Security.Cryptography;
using System.Text;

namespace Unleash.Pat.Domain.Users;

/// <summary>Who a person is at an identity provider (OpenID Connect Core, 5.7).</summary>
/// <param name="Issuer">The provider.</param>
/// <param name="Subject">The person, whatever name or e-mail address the person has there.</param>
public sealed record ProviderIdentity(string Issuer, string Subject)
{
    /// <summary>The most UTF-16 code units of each part.</summary>
    public const int MaxLength = 255;

    /// <summary>The bytes of <see cref="Hash"/>.</summary>
    public const int HashLength = 32;

    /// <summary>Whether it can be stored.</summary>
    public bool IsValid => IsPart(Issuer) && IsPart(Subject);

    /// <summary>SHA-256 of both parts.</summary>
    /// <remarks>
    /// Threat: SQL Server compares texts that differ in spaces at their ends as equal, so one subject would open the account
    /// of another.
    /// </remarks>
    public byte[] Hash() => SHA256.HashData(Encoding.UTF8.GetBytes($"{Issuer}\0{Subject}"));

    private static bool IsPart(string text) =>
        text.Length is > 0 and <= MaxLength && !text.Contains('\0', StringComparison.Ordinal);
}
