using System.Globalization;

namespace Unleash.Pat.Domain.UnitTests;

/// <summary>Instants as docs/api.md writes them.</summary>
internal static class At
{
    public static DateTimeOffset UtcMilliseconds(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
