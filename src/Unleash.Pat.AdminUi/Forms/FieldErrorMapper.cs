using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Forms;

/// <summary>Finds the form field of an error detail by its <c>path</c> (docs/api.md, section 1.1).</summary>
internal static class FieldErrorMapper
{
    private const string BodyPath = "/body/";

    /// <summary>The name of the field, or <see langword="null"/> if the form has no such field.</summary>
    public static string? FieldOf(ServiceErrorDetail detail, IReadOnlyCollection<string> fields) =>
        detail.Path?.StartsWith(BodyPath, StringComparison.Ordinal) is true
            ? fields.FirstOrDefault(field => detail.Path.AsSpan(BodyPath.Length).SequenceEqual(field))
            : null;
}
