using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Routing;

namespace Unleash.Pat.Api.FunctionalTests.Support;

/// <summary>The actions of the service's controllers.</summary>
internal static class Actions
{
    public static IEnumerable<MethodInfo> All => typeof(Program).Assembly.GetTypes()
        .Where(type => type.IsAssignableTo(typeof(ControllerBase)))
        .SelectMany(type => type.GetMethods())
        .Where(method => method.GetCustomAttributes<HttpMethodAttribute>().Any());

    public static string NameOf(MethodInfo action) => $"{action.DeclaringType!.Name}.{action.Name}";

    public static MethodInfo Named(string name) => All.Single(action => NameOf(action) == name);
}
