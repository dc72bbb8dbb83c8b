using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Authorization;

/// <summary>The sender of a request.</summary>
/// <param name="UserId">The account; <see langword="null"/> for an admin token.</param>
/// <param name="AuditName">The caller's name in the event log.</param>
/// <param name="Role">What the caller may do.</param>
/// <param name="Token">The token that authenticates the request, where it has an expiry.</param>
public sealed record Caller(long? UserId, string AuditName, RootRole Role, AuthenticatingToken? Token = null)
{
    /// <summary>The IP address that the request came from; <see langword="null"/> outside a request.</summary>
    public string? Address { get; init; }

    /// <summary>
    /// The account that answers for the caller: the caller's own, or the one that created the admin token;
    /// <see langword="null"/> for an admin token without one.
    /// </summary>
    public long? AnswerableUserId => UserId ?? Token?.CreatedByUserId;

    /// <summary>An admin token as the caller: it belongs to no account and may do everything.</summary>
    /// <remarks>Threat: a token named <c>alice</c> must not look like the user in the event log.</remarks>
    public static Caller OfAdminToken(string name, AuthenticatingToken token) =>
        new(null, $"admin token \"{name}\"", RootRole.Admin, token);
}
