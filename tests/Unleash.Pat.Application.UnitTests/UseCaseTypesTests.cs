using FluentValidation;
using MediatR;

namespace Unleash.Pat.Application.UnitTests;

/// <summary>Handlers and validators are listed and not looked for: one that is missing would handle or refuse nothing.</summary>
public sealed class UseCaseTypesTests
{
    private static readonly Type[] Types = [.. typeof(UseCaseTypes).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false })];

    [Fact]
    public void Every_handler_is_listed() =>
        UseCaseTypes.Handlers.ShouldBe(
            Types.Where(type => type.GetInterfaces().Any(contract => Is(contract, typeof(IRequestHandler<,>)))), ignoreOrder: true);

    [Fact]
    public void Every_validator_of_a_command_or_a_query_is_listed() =>
        UseCaseTypes.Validators.ShouldBe(
            Types.Where(type => type.GetInterfaces().Any(contract =>
                Is(contract, typeof(IValidator<>)) && contract.GetGenericArguments()[0].IsAssignableTo(typeof(IBaseRequest)))),
            ignoreOrder: true);

    private static bool Is(Type type, Type contract) => type.IsGenericType && type.GetGenericTypeDefinition() == contract;
}
