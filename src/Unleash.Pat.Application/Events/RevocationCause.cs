namespace Unleash.Pat.Application.Events;

/// <summary>Why a token was revoked without its account's or an administrator's request.</summary>
/// <param name="Reason">For example <see cref="Holder"/>.</param>
/// <param name="Address">The IP address that the revocation came from.</param>
public sealed record RevocationCause(string Reason, string? Address)
{
    /// <summary>The holder of the token presented it, to revoke it.</summary>
    public const string Holder = "holder";
}
