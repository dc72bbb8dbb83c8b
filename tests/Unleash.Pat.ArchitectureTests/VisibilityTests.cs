using FluentValidation;

namespace Unleash.Pat.ArchitectureTests;

/// <summary>The design: types are internal and sealed unless another project needs them.</summary>
public class VisibilityTests
{
    private static IEnumerable<Type> InfrastructureTypes => Service.TypesOf(Service.Infrastructure);

    [Fact]
    public void The_infrastructure_shows_its_registration_and_nothing_else() =>
        InfrastructureTypes.Where(type => type.IsVisible)
            .ShouldBe([typeof(Unleash.Pat.Infrastructure.DependencyInjection)]);

    [Fact]
    public void The_infrastructures_classes_are_sealed_unless_they_are_bases() =>
        InfrastructureTypes.Where(type => type.IsClass)
            .ShouldAllKeep(type => type.IsSealed || type.IsAbstract, "Nothing derives from it, so say so.");

    [Fact]
    public void Handlers_are_internal_and_sealed() =>
        Service.Handlers.ShouldAllKeep(IsInternalAndSealed, "Only the mediator calls a handler.");

    [Fact]
    public void Validators_are_internal_and_sealed() =>
        Service.Types.Where(type => Service.ArgumentsOf(type, typeof(AbstractValidator<>)).Any())
            .ShouldAllKeep(IsInternalAndSealed, "Only the pipeline calls a validator.");

    private static bool IsInternalAndSealed(Type type) => !type.IsVisible && type.IsSealed;
}
