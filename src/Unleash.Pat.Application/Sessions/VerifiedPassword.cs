namespace Unleash.Pat.Application.Sessions;

/// <summary>The stored password that a sign-in was verified against.</summary>
/// <param name="Hash">The stored hash; <see langword="null"/> where the account has none.</param>
/// <param name="RenewedHash">The hash of the same password with the current work factor, where the stored one is outdated.</param>
public sealed record VerifiedPassword(string? Hash, string? RenewedHash = null)
{
    /// <summary>Shows no hash.</summary>
    public override string ToString() => "***";
}
