namespace Unleash.Pat.Api.FunctionalTests.Support;

/// <summary>A token as the wire shows it; instants stay text, so that tests see their form.</summary>
public sealed record IssuedToken(
    long Id,
    string Description,
    string ExpiresAt,
    string CreatedAt,
    string? SeenAt,
    long UserId,
    string? ExpiryWarning,
    string Secret)
{
    public string Path => $"{ServiceClient.Tokens}/{Id}";
}
