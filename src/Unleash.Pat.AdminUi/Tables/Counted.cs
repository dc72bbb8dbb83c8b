using System.Globalization;

namespace Unleash.Pat.AdminUi.Tables;

/// <summary>A number of rows in words.</summary>
internal static class Counted
{
    public static string Of(long total, bool isCapped) =>
        isCapped ? string.Create(CultureInfo.InvariantCulture, $"more than {total:N0}") : total.ToString(CultureInfo.InvariantCulture);
}
