using System.ComponentModel.DataAnnotations;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Api.Tokens;

/// <summary>Changes to a personal access token. Absent or <c>null</c> properties are kept.</summary>
public sealed record UpdatePatRequest
{
    /// <summary>The PAT's description, unique among those of the account.</summary>
    /// <example>For the build server</example>
    [StringLength(TokenDescription.MaxLength, MinimumLength = 1)]
    public string? Description { get; init; }

    /// <summary>The token's expiration date, which can only come nearer. Rotate the token to extend it.</summary>
    /// <example>2099-04-19T08:15:14.000Z</example>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary><c>false</c> switches the token off: it is refused at once, until it is switched on again.</summary>
    /// <example>false</example>
    public bool? Enabled { get; init; }

    internal PatChange ToChange() => new(Description, ExpiresAt, Enabled);
}
