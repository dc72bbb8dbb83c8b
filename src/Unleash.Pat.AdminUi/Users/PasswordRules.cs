namespace Unleash.Pat.AdminUi.Users;

/// <summary>The password rules that are checked before sending. The service checks more.</summary>
internal static class PasswordRules
{
    // As in the service, which counts code points.
    private const int MinLength = 10;

    public const string Hint = "At least 10 characters, and none of the most common passwords";

    /// <summary>Returns an error message, or <see langword="null"/>.</summary>
    public static string? Validate(string password) =>
        password.EnumerateRunes().Count() < MinLength ? $"The password must be at least {MinLength} characters long." : null;
}
