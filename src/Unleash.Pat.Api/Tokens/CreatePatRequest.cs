using System.ComponentModel.DataAnnotations;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Api.Tokens;

/// <summary>
/// Describes the properties of a new personal access token, or PAT. PATs are automatically scoped to the authenticated
/// user. No property is required, and what is not named here is ignored.
/// </summary>
[AlsoDocuments(
    typeof(PatCreatedSchema),
    nameof(PatCreatedSchema.Id),
    nameof(PatCreatedSchema.Secret),
    nameof(PatCreatedSchema.CreatedAt),
    nameof(PatCreatedSchema.SeenAt),
    nameof(PatCreatedSchema.UserId),
    ReadOnly = true)]
public sealed record CreatePatRequest
{
    /// <summary>
    /// The PAT's description, unique among those of the account. Absent or <c>null</c>: the service names the token.
    /// </summary>
    /// <example>For the build server</example>
    [StringLength(TokenDescription.MaxLength, MinimumLength = 1)]
    public string? Description { get; init; }

    /// <summary>
    /// The token's expiration date. It lies in the future, has any offset, and is kept to the millisecond. Absent or
    /// <c>null</c>: in 30 days, where the service is not configured otherwise.
    /// </summary>
    /// <example>2099-04-19T08:15:14.000Z</example>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>
    /// What the token may do, in different scopes: <c>api:read</c> (every GET that the account may make) and <c>api:write</c>
    /// (all that the account may do) are this service's, all others are for the services that verify tokens. Absent or
    /// <c>null</c>: the token is unrestricted. Without any, the token may only manage itself. A token cannot give a scope
    /// that it lacks itself.
    /// </summary>
    /// <example>["deploy:write", "api:read"]</example>
    [MaxLength(TokenScopes.MaxCount)]
    [ItemPattern(TokenScopes.Pattern)]
    public IReadOnlyList<string>? Scopes { get; init; }
}
