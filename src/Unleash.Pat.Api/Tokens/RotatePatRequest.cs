using System.ComponentModel.DataAnnotations;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Application.Tokens;

namespace Unleash.Pat.Api.Tokens;

/// <summary>How to rotate a personal access token. No property is required, and neither is the body.</summary>
[OptionalBody]
public sealed record RotatePatRequest
{
    /// <summary>
    /// The token's expiration date from now on. Absent or <c>null</c>: as far from now as it was from the token's creation or
    /// last rotation.
    /// </summary>
    /// <example>2099-04-19T08:15:14.000Z</example>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>
    /// For how many seconds the former secret works as well, never beyond the expiry that it had. Absent or <c>null</c>:
    /// what the service is configured to, usually 0.
    /// </summary>
    /// <example>3600</example>
    // Not of integers: the attribute would convert what a client sends to an int, and fail with 500 where it does not fit.
    [Range(0d, 604_800d)]
    public long? OverlapSeconds { get; init; }

    internal RotationRequest ToRotation() => new(ExpiresAt, OverlapSeconds);
}
