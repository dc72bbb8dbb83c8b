using System.Globalization;

namespace Unleash.Pat.Api.Http;

/// <summary>Values as OAuth and headers have them: texts.</summary>
internal static class WireText
{
    public static string Of(long id) => id.ToString(CultureInfo.InvariantCulture);

    /// <summary>Scopes, separated by spaces; <see langword="null"/> for a token without any of its own.</summary>
    public static string? Of(IReadOnlyList<string>? scopes) => scopes is null ? null : string.Join(' ', scopes);
}
