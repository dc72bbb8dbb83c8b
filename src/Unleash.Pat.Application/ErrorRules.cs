using FluentValidation;
using FluentValidation.Results;

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

    /// <summary>Refuses a value for every error that a rule of the domain finds in it.</summary>
    public static void MustPass<T, TProperty>(
        this IRuleBuilderInitial<T, TProperty> rule, Func<TProperty, IEnumerable<ServiceError>> errors) =>
        rule.Custom((value, context) =>
        {
            foreach (var error in errors(value))
            {
                context.AddFailure(new ValidationFailure(context.PropertyPath, error.Message) { CustomState = error });
            }
        });
}
