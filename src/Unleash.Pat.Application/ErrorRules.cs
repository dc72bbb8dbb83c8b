using FluentValidation;

namespace Unleash.Pat.Application;

/// <summary>Ties a validator's rules to the catalogue of errors.</summary>
internal static class ErrorRules
{
    public static IRuleBuilderOptions<T, TProperty> WithError<T, TProperty>(this IRuleBuilderOptions<T, TProperty> rule, ServiceError error) =>
        rule.WithError(_ => error);

    public static IRuleBuilderOptions<T, TProperty> WithError<T, TProperty>(
        this IRuleBuilderOptions<T, TProperty> rule, Func<TProperty, ServiceError> error) => rule
            .WithMessage((_, value) => error(value).Message)
            .WithState((_, value) => error(value));
}
