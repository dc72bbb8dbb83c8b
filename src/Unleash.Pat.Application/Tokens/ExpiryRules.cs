using FluentValidation;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Application.Tokens;

/// <summary>The rules of a wished expiry, for every kind of token.</summary>
internal static class ExpiryRules
{
    internal const string NotInFuture = "The expiry date should be in future.";

    public static void MustBeWithin<T>(
        this IRuleBuilderInitial<T, DateTimeOffset?> rule, ExpiryPolicy policy, TimeProvider time) => rule
        .Cascade(CascadeMode.Stop)
        .Must(expiry => expiry is null || UtcMilliseconds.Truncate(expiry.Value) > UtcMilliseconds.UtcNow(time))
        .WithMessage(NotInFuture)
        .Must(expiry => expiry is null || UtcMilliseconds.Truncate(expiry.Value) <= policy.Latest(UtcMilliseconds.UtcNow(time)))
        .WithMessage(_ => "The expiry date should not be later than "
            + $"{UtcMillisecondsJsonConverter.ToText(policy.Latest(UtcMilliseconds.UtcNow(time)))}.");
}
