using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Unleash.Pat.TestSupport;

namespace Unleash.Pat.ArchitectureTests;

/// <summary>The design's layout: one file a use case, with its request, validator and handler.</summary>
public class NamingTests
{
    [Fact]
    public void Requests_are_commands_or_queries() => Service.Requests.ShouldAllKeep(
        request => request.Name.EndsWith("Command", StringComparison.Ordinal)
            || request.Name.EndsWith("Query", StringComparison.Ordinal),
        "A request is a *Command or a *Query.");

    [Fact]
    public void A_use_case_is_one_file_with_its_request_validator_and_handler()
    {
        foreach (var request in Service.Requests)
        {
            var file = Path.Combine(["src", "Unleash.Pat.Application", .. request.Namespace!.Split('.')[3..], $"{UseCase(request)}.cs"]);
            var text = File.ReadAllText(Path.Combine(RepositoryFolder.Root, file));

            Service.Types.Where(type => IsOf(request, type)).Prepend(request)
                .ShouldAllKeep(type => text.Contains($" {type.Name}", StringComparison.Ordinal), $"It belongs into {file}.");
        }
    }

    [Fact]
    public void Handlers_and_validators_are_named_after_their_request() => Service.Requests
        .SelectMany(request => Service.Types.Where(type => IsOf(request, type)).Select(type => (Request: request, Type: type)))
        .ShouldAllKeep(
            pair => pair.Type.Namespace == pair.Request.Namespace
                && (pair.Type.Name == pair.Request.Name + "Handler" || pair.Type.Name == pair.Request.Name + "Validator"),
            "CreatePatCommandHandler handles CreatePatCommand, CreatePatCommandValidator validates it.");

    [Fact]
    public void Controllers_are_named_so() => Service.Types.Where(type => type.IsSubclassOf(typeof(ControllerBase))).ShouldAllKeep(
        controller => controller.Name.EndsWith("Controller", StringComparison.Ordinal)
            && controller.Namespace == "Unleash.Pat.Api.Controllers",
        "A controller is a *Controller under Controllers.");

    private static bool IsOf(Type request, Type type) =>
        Service.RequestsHandledBy(type).Concat(Service.ArgumentsOf(type, typeof(AbstractValidator<>))).Contains(request);

    private static string UseCase(Type request) => request.Name
        .Replace("Command", "", StringComparison.Ordinal)
        .Replace("Query", "", StringComparison.Ordinal);
}
