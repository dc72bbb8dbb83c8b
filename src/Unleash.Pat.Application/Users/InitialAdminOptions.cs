namespace Unleash.Pat.Application.Users;

/// <summary>The section <c>InitialAdmin</c> of the configuration (docs/api.md, section 6): the first administrator.</summary>
public sealed class InitialAdminOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "InitialAdmin";

    /// <summary>The first administrator's username. Default: <c>admin</c>.</summary>
    public string Username { get; set; } = "admin";

    /// <summary>
    /// The first administrator's password. Read on an empty database only. Default: unset; then a random password is
    /// generated, and shown in the terminal or written to a file.
    /// </summary>
    public string? Password { get; set; }
}
