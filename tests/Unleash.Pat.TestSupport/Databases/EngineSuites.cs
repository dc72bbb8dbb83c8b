using System.Reflection;

namespace Unleash.Pat.TestSupport.Databases;

/// <summary>Which suites of an assembly run on which engine.</summary>
/// <remarks>
/// A suite is an abstract class over the type of its engine. <c>OnSqlite.cs</c> has one line for each; the build makes the
/// same list for SQL Server of it (<c>tests/Directory.Build.targets</c>).
/// </remarks>
/// <param name="assembly">The test project.</param>
public sealed class EngineSuites(Assembly assembly)
{
    /// <summary>The namespaces of the lists, one for each engine.</summary>
    public static readonly IReadOnlyList<string> Lists = ["OnSqlite", "OnSqlServer"];

    private IEnumerable<Type> Classes => assembly.GetTypes().Where(type => type.IsClass);

    /// <summary>Suites that are missing in the list of an engine.</summary>
    public IReadOnlyList<string> Missing =>
    [
        .. from suite in Classes.Where(IsSuite)
           from list in Lists
           where !Classes.Any(type => ListOf(type) == list && Bases(type).Any(ancestor => IsOf(suite, ancestor)))
           select $"{suite.Name} in {list}",
    ];

    /// <summary>Test classes that use one engine, are in no list, and do not say why.</summary>
    public IReadOnlyList<string> Unexplained =>
    [
        .. Classes
            .Where(type => !type.IsAbstract && !Lists.Contains(ListOf(type)) && HasTests(type) && UsesAnEngine(type))
            .Where(type => string.IsNullOrWhiteSpace(type.GetCustomAttribute<OneEngineOnlyAttribute>()?.Reason))
            .Select(type => type.Name),
    ];

    // Only a generic class can be written over its engine.
    private static bool IsSuite(Type type) =>
        type is { IsAbstract: true, IsGenericTypeDefinition: true } && HasTests(type)
        && type.GetGenericArguments().Any(argument => argument.GetGenericParameterConstraints().Any(IsEngine));

    private static bool IsOf(Type suite, Type ancestor) => ancestor.IsGenericType && ancestor.GetGenericTypeDefinition() == suite;

    private static bool UsesAnEngine(Type type) =>
        Bases(type).Concat(type.GetInterfaces()).SelectMany(Arguments).Any(IsEngine);

    private static IEnumerable<Type> Arguments(Type type) =>
        type.GenericTypeArguments.SelectMany(argument => Arguments(argument).Prepend(argument));

    private static bool IsEngine(Type type) => type.IsAssignableTo(typeof(IDatabaseEngine));

    private static string? ListOf(Type type) => type.Namespace?.Split('.')[^1];

    private static IEnumerable<Type> Bases(Type type)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            yield return ancestor;
        }
    }

    private static bool HasTests(Type type) => type
        .GetMethods(BindingFlags.Public | BindingFlags.Instance)
        .Any(method => method.GetCustomAttributes().Any(attribute => attribute.GetType().Name is "FactAttribute" or "TheoryAttribute"));
}
