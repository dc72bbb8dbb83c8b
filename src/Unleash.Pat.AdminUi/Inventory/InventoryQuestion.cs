using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Inventory;

/// <summary>A question that the page answers at its top.</summary>
/// <param name="Text">What the counted tokens do, after their number.</param>
/// <param name="Filter">The tokens to count.</param>
internal sealed record InventoryQuestion(string Text, InventoryFilter Filter)
{
    private const int UnusedDays = 90;

    public static IReadOnlyList<InventoryQuestion> At(TimeProvider time)
    {
        var today = TimeZoneInfo.ConvertTime(time.GetUtcNow(), time.LocalTimeZone).Date;
        var nextMonth = new DateTime(today.Year, today.Month, 1, 0, 0, 0, DateTimeKind.Unspecified).AddMonths(1);
        return
        [
            new("never expire", new InventoryFilter { NeverExpires = true }),
            new($"unused for {UnusedDays} days", new InventoryFilter { UnusedSince = Timestamps.FromLocal(today.AddDays(-UnusedDays), time) }),
            new("expire this month", new InventoryFilter { State = InventoryStates.Active, ExpiresBefore = Timestamps.FromLocal(nextMonth, time) }),
            new("break the policy", new InventoryFilter { ViolatesPolicy = true }),
        ];
    }
}
