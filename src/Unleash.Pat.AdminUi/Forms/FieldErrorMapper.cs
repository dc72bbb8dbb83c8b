using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Forms;

/// <summary>Finds the form field of an error detail by its <c>path</c> (docs/api.md, section 1.1).</summary>
internal static class FieldErrorMapper
{
    private const string BodyPath = "/body/";

    /// <summary>The name of the field, also for an item of its value; <see langword="null"/> if the form has no such field.</summary>
    public static string? FieldOf(ServiceErrorDetail detail, IReadOnlyCollection<string> fields) =>
        detail.Path?.StartsWith(BodyPath, StringComparison.Ordinal) is true
            ? fields.FirstOrDefault(field => Names(detail.Path.AsSpan(BodyPath.Length), field))
            : null;

    private static bool Names(ReadOnlySpan<char> path, string field) =>
        path.StartsWith(field, StringComparison.Ordinal) && (path.Length == field.Length || path[field.Length] == '/');
}
