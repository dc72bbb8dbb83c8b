namespace Unleash.Pat.Application.Sessions;

/// <summary>By which stored password somebody has proved to be a user.</summary>
/// <param name="Hash">The stored hash that was verified against; <see langword="null"/> where the account has none.</param>
/// <param name="RenewedHash">The same password's hash with today's work factor, where the stored one is outdated.</param>
public sealed record VerifiedPassword(string? Hash, string? RenewedHash = null)
{
    /// <summary>No hash.</summary>
    /// <returns><c>***</c></returns>
    public override string ToString() => "***";
}
