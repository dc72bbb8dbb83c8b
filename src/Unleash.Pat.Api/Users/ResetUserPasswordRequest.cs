namespace Unleash.Pat.Api.Users;

/// <summary>A user who is to set a new password.</summary>
public sealed record ResetUserPasswordRequest
{
    /// <summary>The user's e-mail address or username; Unleash calls it an id.</summary>
    /// <example>ada@example.com</example>
    public required string Id { get; init; }
}
