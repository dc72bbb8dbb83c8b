using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Forms;

/// <summary>Which field of a form a refusal is about.</summary>
/// <remarks>
/// Where the JSON is not of the right form, the service names the property (docs/api.md, section 1.1, <c>path</c>). Where a rule
/// is broken it answers as Unleash does, in words alone, and the words begin with what they are about.
/// </remarks>
internal static class Refusals
{
    private const string BodyPath = "/body/";

    private static readonly (string Beginning, string[] Fields)[] Subjects =
    [
        ("PAT description", ["description"]),
        ("The expiry date", ["expiresAt"]),
        ("The password and its confirmation", ["confirmPassword"]),
        ("The password", ["password"]),
        ("The old password", ["oldPassword"]),
        ("The username", ["username"]),
        ("A service account or user with that username", ["username"]),
        ("User already exists", ["username", "email"]),
        ("You must specify username or email", ["username"]),
        ("The email", ["email"]),
        ("The name", ["name"]),
        ("Could not find rootRole", ["rootRole"]),
    ];

    /// <summary>The field, or <see langword="null"/> where the form has none that the refusal is about.</summary>
    public static string? FieldOf(ServiceErrorDetail detail, IReadOnlyCollection<string> fields)
    {
        var named = detail.Path?.StartsWith(BodyPath, StringComparison.Ordinal) is true
            ? [detail.Path[BodyPath.Length..]]
            : Subjects.FirstOrDefault(subject => detail.Message.StartsWith(subject.Beginning, StringComparison.Ordinal)).Fields;
        return named?.FirstOrDefault(fields.Contains);
    }
}
