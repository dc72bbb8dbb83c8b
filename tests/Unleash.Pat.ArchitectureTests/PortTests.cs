using System.Reflection;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Hosting;
using Unleash.Pat.Application.Tokens;

namespace Unleash.Pat.ArchitectureTests;

/// <summary>A client that has gone away, or a service that stops, must not wait for the database.</summary>
public class PortTests
{
    private static IEnumerable<Type> Ports => Service.TypesOf(Service.Application).Where(type => type.IsInterface);

    [Fact]
    public void A_method_that_waits_takes_a_CancellationToken() => Ports.SelectMany(port => port.GetMethods()).Where(Waits).ShouldAllKeep(
        method => method.GetParameters().LastOrDefault()?.ParameterType == typeof(CancellationToken),
        "An I/O method of a port takes a CancellationToken, last.");

    [Theory]
    [InlineData(typeof(IPatRepository))]
    [InlineData(typeof(ITokenVerifierStore))]
    [InlineData(typeof(IDatabaseInitializer))]
    public void The_ports_to_the_database_are_among_them(Type port)
    {
        Ports.ShouldContain(port);
        port.GetMethods().ShouldAllKeep(Waits, "Every method of this port reaches the database.");
    }

    [Fact]
    public void Repositories_only_wait() =>
        Ports.Where(port => port.Name.EndsWith("Repository", StringComparison.Ordinal)).SelectMany(port => port.GetMethods())
            .Where(method => !method.IsSpecialName)
            .ShouldAllKeep(Waits, "A repository that does not wait blocks a thread.");

    private static bool Waits(MethodInfo method) =>
        method.ReturnType == typeof(Task)
        || method.ReturnType == typeof(ValueTask)
        || (method.ReturnType.IsGenericType
            && (method.ReturnType.GetGenericTypeDefinition() == typeof(Task<>)
                || method.ReturnType.GetGenericTypeDefinition() == typeof(ValueTask<>)));
}
