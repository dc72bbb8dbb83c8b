namespace Unleash.Pat.Application.Events;

/// <summary>Why a token was revoked without its account's or an administrator's request.</summary>
/// <param name="Reason">For example <see cref="Holder"/>.</param>
/// <param name="Address">The IP address that the revocation came from.</param>
public sealed record RevocationCause(string Reason, string? Address)
{
    /// <summary>The holder of the token presented it, to revoke it.</summary>
    public const string Holder = "holder";

    /// <summary>It was not used for <c>Pats:RevokeUnusedAfter</c>.</summary>
    public const string Unused = "unused";

    /// <summary>It expired <c>Pats:DeleteExpiredAfter</c> ago.</summary>
    public const string Expired = "expired";
}
