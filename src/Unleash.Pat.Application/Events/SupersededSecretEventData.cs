namespace Unleash.Pat.Application.Events;

/// <summary>
/// A use of a superseded secret in the event log: what follows <c>id</c>, <c>description</c> and <c>ownerId</c>, which the
/// statement takes from the token's row.
/// </summary>
/// <param name="Address">The IPv4 address, or the first 64 bits of the IPv6 address; absent where it is not known.</param>
public sealed record SupersededSecretEventData(string? Address)
{
    /// <summary>Nothing of the secret is stored.</summary>
    public bool Secure { get; init; } = true;
}
