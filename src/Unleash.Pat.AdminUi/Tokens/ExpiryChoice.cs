using Unleash.Pat.AdminUi.Common;

namespace Unleash.Pat.AdminUi.Tokens;

/// <summary>How long a new token is to live.</summary>
/// <param name="Lifetime">From now on; none where it is a date, or for ever.</param>
/// <param name="IsNever">Whether it is for ever.</param>
internal sealed record ExpiryChoice(TimeSpan? Lifetime, bool IsNever = false)
{
    private static readonly (TimeSpan Length, string Name)[] Units =
        [(TimeSpan.FromDays(1), "day"), (TimeSpan.FromHours(1), "hour"), (TimeSpan.FromMinutes(1), "minute"), (TimeSpan.FromSeconds(1), "second")];

    /// <summary>A date and time that somebody enters.</summary>
    public static ExpiryChoice Custom { get; } = new(Lifetime: null);

    public static ExpiryChoice Never { get; } = new(Lifetime: null, IsNever: true);

    public string Label => this switch
    {
        { Lifetime: { } lifetime } => InWords(lifetime),
        { IsNever: true } => "Never",
        _ => "Custom",
    };

    public static ExpiryChoice After(TimeSpan lifetime) => new(lifetime);

    /// <summary>A lifetime in the largest unit that it has a whole number of.</summary>
    public static string InWords(TimeSpan lifetime)
    {
        var (length, name) = Units.FirstOrDefault(unit => lifetime.Ticks % unit.Length.Ticks == 0, Units[^1]);
        var count = lifetime.Ticks / length.Ticks;
        return $"{count} {name}{(count == 1 ? "" : "s")}";
    }

    /// <summary>The instant that is meant, or <see langword="null"/> where a custom one is not given yet.</summary>
    public DateTimeOffset? At(DateTime? custom, TimeProvider time) => this switch
    {
        { Lifetime: { } lifetime } => Instants.After(lifetime, time),
        { IsNever: true } => Instants.Never,
        _ => custom is { } local ? Instants.FromLocal(local, time) : null,
    };
}
