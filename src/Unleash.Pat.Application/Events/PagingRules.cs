using FluentValidation;

namespace Unleash.Pat.Application.Events;

/// <summary>The rules of every query that answers a page.</summary>
internal static class PagingRules
{
    public static void MustBeLimit<T>(this IRuleBuilderInitial<T, int> rule, int most) => rule
        .InclusiveBetween(1, most)
        .WithMessage($"The limit must be between 1 and {most}.");

    public static void MustBeOffset<T>(this IRuleBuilderInitial<T, int> rule) => rule
        .GreaterThanOrEqualTo(0)
        .WithMessage("The offset must not be negative.");
}
