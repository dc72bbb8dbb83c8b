namespace Unleash.Pat.Api.Sessions;

/// <summary>An e-mail address, which is all that demo sign-in asks for.</summary>
public sealed record DemoLoginRequest
{
    /// <summary>The address; its user is created at the first sign-in.</summary>
    /// <example>ada@example.com</example>
    public required string Email { get; init; }
}
