using Microsoft.Extensions.Options;

namespace Unleash.Pat.Application.Events;

/// <summary>The section <c>Events</c> of the configuration (docs/api.md, section 10).</summary>
public sealed class EventOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Events";

    /// <summary>For how long events are kept; at least 30 days. Default: unset, which keeps them for ever.</summary>
    public TimeSpan? KeepFor { get; set; }

    /// <summary>
    /// Keys of at least 32 bytes, in base64: the first one makes the stamps of events and the proof of their chain, the others
    /// verify what former keys made. <c>none</c>, as the last one, stands for the time before the first key. Default: no key,
    /// which anyone who knows this program can do without.
    /// </summary>
    public IList<string> ChainKeys { get; } = [];

    /// <summary>
    /// The folder of the archive, to which events are written before <see cref="KeepFor"/> deletes them. Default: unset, none.
    /// </summary>
    public string? ArchiveTo { get; set; }

    /// <summary>
    /// The file to which the head of the chain is appended once an hour and at the end. Default: unset, the log alone.
    /// </summary>
    public string? HeadsTo { get; set; }
}

internal sealed class EventOptionsValidator : IValidateOptions<EventOptions>
{
    // Threat: who can change the configuration could make the log forget what was done a moment ago.
    private static readonly TimeSpan Shortest = TimeSpan.FromDays(30);

    public ValidateOptionsResult Validate(string? name, EventOptions options) => options.KeepFor < Shortest
        ? ValidateOptionsResult.Fail("Events:KeepFor must be at least 30 days, for example 365.00:00:00 for a year, or unset.")
        : ValidateOptionsResult.Success;
}
