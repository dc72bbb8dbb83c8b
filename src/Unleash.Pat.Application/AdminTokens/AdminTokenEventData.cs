using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Application.AdminTokens;

/// <summary>What the event log keeps of an admin token.</summary>
/// <param name="Id">The token.</param>
/// <param name="TokenName">What it is called.</param>
/// <param name="ExpiresAt">When it dies.</param>
/// <param name="Selector">The secret's public part, by which a found token is traced back.</param>
/// <param name="CreatedByUserId">The account that answers for it, where there is one.</param>
public sealed record AdminTokenEventData(
    long Id, string TokenName, DateTimeOffset ExpiresAt, string Selector, long? CreatedByUserId)
{
    /// <summary>As in Unleash.</summary>
    public string Type { get; init; } = "admin";

    /// <summary>As in Unleash: the stored form holds no secret.</summary>
    public bool Secure { get; init; } = true;

    internal static AdminTokenEventData From(AdminToken token) =>
        new(token.Id, token.Name, token.ExpiresAt, token.Selector, token.CreatedBy?.Id);
}
