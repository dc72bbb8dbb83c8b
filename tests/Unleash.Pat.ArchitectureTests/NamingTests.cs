using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace Unleash.Pat.ArchitectureTests;

/// <summary>The design's layout: one folder per use case, with its request, handler and validator.</summary>
public class NamingTests
{
    [Fact]
    public void Requests_are_commands_or_queries() => Service.Requests.ShouldAllKeep(
        request => request.Name.EndsWith("Command", StringComparison.Ordinal)
            || request.Name.EndsWith("Query", StringComparison.Ordinal),
        "A request is a *Command or a *Query.");

    [Fact]
    public void Every_request_has_a_folder_of_its_own_name() => Service.Requests.ShouldAllKeep(
        request => request.Namespace!.EndsWith("." + UseCase(request), StringComparison.Ordinal),
        "CreatePatCommand belongs to the folder CreatePat.");

    [Fact]
    public void Handlers_are_named_after_their_request_and_sit_beside_it() => Service.Handlers.ShouldAllKeep(
        handler => Service.RequestsHandledBy(handler).All(request => IsBeside(handler, request, "Handler")),
        "CreatePatCommandHandler handles CreatePatCommand in the same folder.");

    [Fact]
    public void Validators_are_named_after_their_request_and_sit_beside_it()
    {
        var validators = Service.Types.Where(type => RequestsValidatedBy(type).Any());

        validators.ShouldAllKeep(
            validator => RequestsValidatedBy(validator).All(request => IsBeside(validator, request, "Validator")),
            "CreatePatCommandValidator validates CreatePatCommand in the same folder.");
    }

    [Fact]
    public void Controllers_are_named_so() => Service.Types.Where(type => type.IsSubclassOf(typeof(ControllerBase))).ShouldAllKeep(
        controller => controller.Name.EndsWith("Controller", StringComparison.Ordinal)
            && controller.Namespace == "Unleash.Pat.Api.Controllers",
        "A controller is a *Controller under Controllers.");

    private static IEnumerable<Type> RequestsValidatedBy(Type type) =>
        Service.ArgumentsOf(type, typeof(AbstractValidator<>));

    private static bool IsBeside(Type type, Type request, string suffix) =>
        type.Name == request.Name + suffix && type.Namespace == request.Namespace;

    private static string UseCase(Type request) => request.Name
        .Replace("Command", "", StringComparison.Ordinal)
        .Replace("Query", "", StringComparison.Ordinal);
}
