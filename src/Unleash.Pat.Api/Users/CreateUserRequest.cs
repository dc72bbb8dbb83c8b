using Unleash.Pat.Api.Http;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Api.Users;

/// <summary>A new user, as Unleash has it; <c>sendEmail</c> and everything else is ignored.</summary>
public sealed record CreateUserRequest
{
    /// <summary>The name to sign in with; it or the e-mail address is required.</summary>
    public string? Username { get; init; }

    /// <summary>The e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>The name to show.</summary>
    public string? Name { get; init; }

    /// <summary>The password: 10 to 256 characters; without one, the user sets it by a link.</summary>
    public Password? Password { get; init; }

    /// <summary>The root role's id as an integer, or its name as a text.</summary>
    /// <example>Viewer</example>
    [TextOrInteger]
    public required string RootRole { get; init; }
}
