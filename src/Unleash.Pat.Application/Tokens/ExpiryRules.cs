using FluentValidation;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Application.Tokens;

/// <summary>The rules of a wished expiry, for every kind of token.</summary>
internal static class ExpiryRules
{
    public static void MustBeWithin<T>(
        this IRuleBuilderInitial<T, DateTimeOffset?> rule, ExpiryPolicy policy, TimeProvider time) => rule
        .Cascade(CascadeMode.Stop)
        .Must(expiry => expiry is null || UtcMilliseconds.Truncate(expiry.Value) > UtcMilliseconds.UtcNow(time))
        .WithError(Errors.ExpiryNotInFuture)
        .Must(expiry => expiry is null || UtcMilliseconds.Truncate(expiry.Value) <= policy.Latest(UtcMilliseconds.UtcNow(time)))
        .WithError(_ => Errors.ExpiryTooLate(UtcMillisecondsJsonConverter.ToText(policy.Latest(UtcMilliseconds.UtcNow(time)))));
}
