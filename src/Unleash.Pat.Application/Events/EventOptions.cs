using Microsoft.Extensions.Options;

namespace Unleash.Pat.Application.Events;

/// <summary>The section <c>Events</c> of the configuration (docs/api.md, section 10).</summary>
public sealed class EventOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Events";

    /// <summary>For how long events are kept; at least 30 days. Default: unset, which keeps them for ever.</summary>
    public TimeSpan? KeepFor { get; set; }
}

internal sealed class EventOptionsValidator : IValidateOptions<EventOptions>
{
    // Threat: who can change the configuration could make the log forget what was done a moment ago.
    private static readonly TimeSpan Shortest = TimeSpan.FromDays(30);

    public ValidateOptionsResult Validate(string? name, EventOptions options) => options.KeepFor < Shortest
        ? ValidateOptionsResult.Fail("Events:KeepFor must be at least 30 days, for example 365.00:00:00 for a year, or unset.")
        : ValidateOptionsResult.Success;
}
