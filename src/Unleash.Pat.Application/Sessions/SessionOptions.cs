using Microsoft.Extensions.Options;

namespace Unleash.Pat.Application.Sessions;

/// <summary>The section <c>Sessions</c> of the configuration (docs/api.md, section 10).</summary>
public sealed class SessionOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Sessions";

    /// <summary>
    /// For how long an expired session is kept, for investigations, before it is deleted with its address; zero to 10 years.
    /// Default: one day.
    /// </summary>
    public TimeSpan KeepExpiredFor { get; set; } = TimeSpan.FromDays(1);
}

internal sealed class SessionOptionsValidator : IValidateOptions<SessionOptions>
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3650);

    public ValidateOptionsResult Validate(string? name, SessionOptions options) =>
        options.KeepExpiredFor >= TimeSpan.Zero && options.KeepExpiredFor <= Longest
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail("Sessions:KeepExpiredFor must be between zero and 3650 days, for example 1.00:00:00 for one day.");
}
