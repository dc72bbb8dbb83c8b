namespace Unleash.Pat.AdminUi.Accounts;

/// <summary>What is told of passwords before they are sent; the service knows more rules.</summary>
internal static class PasswordWords
{
    // The service's own least length, counted as it counts, in code points.
    private const int MinLength = 10;

    public const string Rules = "At least 10 characters, and none of the most common passwords";

    public static string? Fault(string password) =>
        password.EnumerateRunes().Count() < MinLength ? $"The password must be at least {MinLength} characters long." : null;
}
