using Unleash.Pat.AdminUi.Common;

namespace Unleash.Pat.AdminUi.Tokens;

/// <summary>A choice of expiry in the form for a new token.</summary>
/// <param name="Lifetime">The lifetime from now; <see langword="null"/> for a custom date, or for no expiry.</param>
/// <param name="IsNever">Whether the token never expires.</param>
public sealed record ExpiryChoice(TimeSpan? Lifetime, bool IsNever = false)
{
    private static readonly (TimeSpan Length, string Name)[] Units =
        [(TimeSpan.FromDays(1), "day"), (TimeSpan.FromHours(1), "hour"), (TimeSpan.FromMinutes(1), "minute"), (TimeSpan.FromSeconds(1), "second")];

    /// <summary>A date and time that the user enters.</summary>
    public static ExpiryChoice Custom { get; } = new(Lifetime: null);

    public static ExpiryChoice Never { get; } = new(Lifetime: null, IsNever: true);

    public string Label => this switch
    {
        { Lifetime: { } lifetime } => FormatLifetime(lifetime),
        { IsNever: true } => "Never",
        _ => "Custom",
    };

    public static ExpiryChoice After(TimeSpan lifetime) => new(lifetime);

    /// <summary>Formats a lifetime in the largest unit that divides it.</summary>
    public static string FormatLifetime(TimeSpan lifetime)
    {
        // A token that was created by a browser's clock misses a round number by the time of the request.
        if (lifetime >= TimeSpan.FromDays(2) && lifetime.Ticks % TimeSpan.TicksPerHour != 0)
        {
            return $"about {Math.Round(lifetime.TotalDays)} days";
        }

        var (length, name) = Units.FirstOrDefault(unit => lifetime.Ticks % unit.Length.Ticks == 0, Units[^1]);
        var count = lifetime.Ticks / length.Ticks;
        return $"{count} {name}{(count == 1 ? "" : "s")}";
    }

    /// <summary>The expiry; <see langword="null"/> if the custom date is missing.</summary>
    public DateTimeOffset? ExpiresAt(DateTime? custom, TimeProvider time) => this switch
    {
        { Lifetime: { } lifetime } => Timestamps.After(lifetime, time),
        { IsNever: true } => Timestamps.Never,
        _ => custom is { } local ? Timestamps.FromLocal(local, time) : null,
    };
}
