namespace Unleash.Pat.Api.Users;

/// <summary>A link to set a password, as Unleash has it.</summary>
/// <param name="ResetPasswordUrl">The link, which works once, for 24 hours.</param>
public sealed record ResetPasswordSchema(string ResetPasswordUrl)
{
    /// <summary>What it is, without the link.</summary>
    public override string ToString() => "a link to set a password";
}

/// <summary>A link to set a password.</summary>
public sealed record PasswordLinkSchema
{
    /// <summary>The link, which works once.</summary>
    public required string Link { get; init; }

    /// <summary>From this instant on the link is refused.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>What it is, without the link.</summary>
    public override string ToString() => "a link to set a password";
}
