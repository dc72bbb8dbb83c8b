using System.Reflection;
using System.Runtime.CompilerServices;
using MediatR;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.ArchitectureTests;

/// <summary>The service as it was compiled: what people wrote, without what the compiler added.</summary>
internal static class Service
{
    public static readonly Assembly Domain = typeof(TokenSecret).Assembly;
    public static readonly Assembly Application = typeof(Unleash.Pat.Application.DependencyInjection).Assembly;
    public static readonly Assembly Infrastructure = typeof(Unleash.Pat.Infrastructure.DependencyInjection).Assembly;
    public static readonly Assembly Api = typeof(Unleash.Pat.Api.DependencyInjection).Assembly;

    public static readonly IReadOnlyList<Assembly> Assemblies = [Domain, Application, Infrastructure, Api];

    public static IEnumerable<Type> Types => Assemblies.SelectMany(TypesOf);

    public static IEnumerable<Type> Requests =>
        Types.Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IBaseRequest)));

    public static IEnumerable<Type> Handlers => Types.Where(type => RequestsHandledBy(type).Any());

    public static IEnumerable<Type> TypesOf(Assembly assembly) => assembly.GetTypes().Where(type =>
        !type.IsDefined(typeof(CompilerGeneratedAttribute))
        && !type.Name.Contains('<', StringComparison.Ordinal)
        && type.Namespace?.StartsWith("Unleash.Pat", StringComparison.Ordinal) == true);

    public static IEnumerable<Type> RequestsHandledBy(Type type) => ArgumentsOf(type, typeof(IRequestHandler<,>));

    /// <summary>The first arguments with which a type implements or extends a generic type.</summary>
    public static IEnumerable<Type> ArgumentsOf(Type type, Type generic) => type is { IsClass: true, IsAbstract: false }
        ? type.GetInterfaces().Concat(BasesOf(type))
            .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == generic)
            .Select(type => type.GenericTypeArguments[0])
        : [];

    /// <summary>Fails with the names of what breaks a rule, and where there is nothing that the rule is about.</summary>
    public static void ShouldAllKeep<T>(this IEnumerable<T> subjects, Func<T, bool> rule, string because)
    {
        var all = subjects.ToList();
        all.ShouldNotBeEmpty("A rule about nothing proves nothing.");
        all.Where(subject => !rule(subject)).ShouldBeEmpty(because);
    }

    private static IEnumerable<Type> BasesOf(Type type)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            yield return ancestor;
        }
    }
}
