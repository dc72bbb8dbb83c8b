using System.Globalization;

namespace Unleash.Pat.AdminUi.Tables;

internal static class RowCount
{
    public static string Format(long total, bool isCapped) =>
        isCapped ? string.Create(CultureInfo.InvariantCulture, $"more than {total:N0}") : total.ToString(CultureInfo.InvariantCulture);
}
