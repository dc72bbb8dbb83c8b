using Unleash.Pat.AdminUi.Common;

namespace Unleash.Pat.AdminUi.Tokens;

/// <summary>How long a new token is to live.</summary>
internal enum ExpiryChoice
{
    SevenDays = 7,
    ThirtyDays = 30,
    SixtyDays = 60,
    NinetyDays = 90,
    Custom = 0,
    Never = -1,
}

/// <summary>What the choices mean.</summary>
internal static class ExpiryChoices
{
    public static string Label(ExpiryChoice choice) => choice switch
    {
        ExpiryChoice.Custom => "Custom",
        ExpiryChoice.Never => "Never",
        _ => $"{(int)choice} days",
    };

    /// <summary>The instant that is meant, or <see langword="null"/> where a custom one is not given yet.</summary>
    public static DateTimeOffset? Of(ExpiryChoice choice, DateTime? custom, TimeProvider time) => choice switch
    {
        ExpiryChoice.Never => Instants.Never,
        ExpiryChoice.Custom => custom is { } local ? Localized(local, time.LocalTimeZone) : null,
        _ => time.GetUtcNow().AddDays((int)choice),
    };

    // A clock time that daylight saving leaves out means the moment after the leap.
    private static DateTimeOffset Localized(DateTime local, TimeZoneInfo zone)
    {
        var clock = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return new DateTimeOffset(clock, zone.GetUtcOffset(clock)).ToUniversalTime();
    }
}
