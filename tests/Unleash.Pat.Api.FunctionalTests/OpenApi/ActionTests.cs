using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Routing;
using Unleash.Pat.Api.Authentication;

namespace Unleash.Pat.Api.FunctionalTests.OpenApi;

/// <summary>Every action says what its description is made of.</summary>
public sealed class ActionTests
{
    public static TheoryData<string> Actions => [.. Methods.Select(NameOf)];

    private static IEnumerable<MethodInfo> Methods => typeof(Program).Assembly.GetTypes()
        .Where(type => type.IsAssignableTo(typeof(ControllerBase)))
        .SelectMany(type => type.GetMethods())
        .Where(method => method.GetCustomAttributes<HttpMethodAttribute>().Any());

    [Theory]
    [MemberData(nameof(Actions))]
    public void It_names_its_group_and_the_request_it_sends(string action)
    {
        var method = Methods.Single(candidate => NameOf(candidate) == action);
        var controller = method.DeclaringType!;

        controller.IsDefined(typeof(TagsAttribute)).ShouldBeTrue();
        (controller.IsDefined(typeof(AllowAnonymousAttribute)) || method.IsDefined(typeof(SendsAttribute))).ShouldBeTrue();
    }

    private static string NameOf(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";
}
