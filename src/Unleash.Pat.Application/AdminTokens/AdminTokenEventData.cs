using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Application.AdminTokens;

/// <summary>An admin token in the event log, as in Unleash.</summary>
/// <param name="TokenName">Its name.</param>
/// <param name="ExpiresAt">The first instant at which it no longer authenticates.</param>
/// <param name="Selector">The secret's public part, by which a leaked token is traced to its event.</param>
/// <param name="CreatedByUserId">The account that answers for it.</param>
public sealed record AdminTokenEventData(
    long Id, string TokenName, DateTimeOffset ExpiresAt, string Selector, long? CreatedByUserId)
{
    public string Type { get; init; } = "admin";

    /// <summary>As in Unleash: the stored form holds no secret.</summary>
    public bool Secure { get; init; } = true;

    public static AdminTokenEventData From(AdminToken token)
    {
        ArgumentNullException.ThrowIfNull(token);
        return new(token.Id, token.Name, token.ExpiresAt, token.Selector, token.CreatedBy?.Id);
    }
}
