using System.Reflection;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Unleash.Pat.TestSupport;

namespace Unleash.Pat.ArchitectureTests;

/// <summary>The design's layout: one file a use case, with its request, validator and handler; HTTP by feature.</summary>
public class NamingTests
{
    private static readonly string[] OfFeature = ["Controller", "Request", "Schema", "Profile"];

    private static IEnumerable<Type> Controllers => Service.Types.Where(type => type.IsSubclassOf(typeof(ControllerBase)));

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
    public void Controllers_are_named_so() => Controllers.ShouldAllKeep(
        controller => controller.Name.EndsWith("Controller", StringComparison.Ordinal), "A controller is a *Controller.");

    [Fact]
    public void A_feature_has_its_controllers_contracts_and_mapping_in_one_folder()
    {
        var features = Controllers.Select(controller => controller.Namespace).ToHashSet();

        Service.TypesOf(Service.Api).Where(type => OfFeature.Any(ending => type.Name.EndsWith(ending, StringComparison.Ordinal)))
            .ShouldAllKeep(type => features.Contains(type.Namespace), "What an action takes and answers lies beside its controller.");
    }

    [Fact]
    public void A_body_is_a_request_so_that_it_is_described_as_one() => Controllers
        .SelectMany(controller => controller.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .SelectMany(action => action.GetParameters())
        .Where(parameter => parameter.Name == "body")
        .ShouldAllKeep(body => body.ParameterType.Name.EndsWith("Request", StringComparison.Ordinal), "A body is a *Request.");

    private static bool IsOf(Type request, Type type) =>
        Service.RequestsHandledBy(type).Concat(Service.ArgumentsOf(type, typeof(AbstractValidator<>))).Contains(request);

    private static string UseCase(Type request) => request.Name
        .Replace("Command", "", StringComparison.Ordinal)
        .Replace("Query", "", StringComparison.Ordinal);
}
