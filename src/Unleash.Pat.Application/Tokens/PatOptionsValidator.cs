using Microsoft.Extensions.Options;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Application.Tokens;

internal sealed class PatOptionsValidator : IValidateOptions<PatOptions>
{
    private const int MostNotificationDays = 3650;

    private static readonly TimeSpan Longest = TimeSpan.FromDays(36_500);

    public ValidateOptionsResult Validate(string? name, PatOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(PatOptions options)
    {
        if (options.MaxPerUser is < 1 or > 1000)
        {
            yield return "Pats:MaxPerUser must be between 1 and 1000.";
        }

        if (options.DefaultLifetime < TimeSpan.FromMilliseconds(1))
        {
            yield return "Pats:DefaultLifetime must be more than zero, for example 30.00:00:00 for 30 days.";
        }

        if (options.MaxLifetime < TimeSpan.FromMilliseconds(1))
        {
            yield return "Pats:MaxLifetime must be more than zero, for example 90.00:00:00 for 90 days, or unset.";
        }

        if (options.MaxLifetime > TimeSpan.Zero && options.DefaultLifetime > options.MaxLifetime)
        {
            yield return "Pats:DefaultLifetime must not be longer than Pats:MaxLifetime.";
        }

        if (options.RotationOverlap < TimeSpan.Zero || options.RotationOverlap > PatRotation.MaxOverlap)
        {
            yield return "Pats:RotationOverlap must be between zero and 7 days, for example 1.00:00:00 for one day.";
        }

        if (options.RevokeUnusedAfter <= TimeSpan.Zero || options.RevokeUnusedAfter > Longest)
        {
            yield return "Pats:RevokeUnusedAfter must be more than zero and at most 36500 days, for example 90.00:00:00 for 90 days, or unset.";
        }

        if (options.DeleteExpiredAfter < TimeSpan.Zero || options.DeleteExpiredAfter > Longest)
        {
            yield return "Pats:DeleteExpiredAfter must be between zero and 36500 days, for example 30.00:00:00 for 30 days, or unset.";
        }

        foreach (var (place, days) in options.NotificationDays.Index())
        {
            if (days is < 1 or > MostNotificationDays)
            {
                yield return $"Pats:ExpiryNotificationDays:{place} must be between 1 and {MostNotificationDays}.";
            }
        }
    }
}
