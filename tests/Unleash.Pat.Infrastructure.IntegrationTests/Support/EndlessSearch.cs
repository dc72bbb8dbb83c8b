using System.Reflection;
using Unleash.Pat.Infrastructure.Persistence;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Support;

/// <summary>SQLite's dialect, but that comparing a text with a part of it never ends.</summary>
public class EndlessSearch : DispatchProxy
{
    private const string Endless =
        "(WITH RECURSIVE endless (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM endless) SELECT MAX(n) FROM endless) > 0";

    private ISqlDialect _dialect = null!;
    private TimeSpan _timeout;

    internal static ISqlDialect Around(ISqlDialect dialect, TimeSpan timeout)
    {
        var proxy = Create<ISqlDialect, EndlessSearch>();
        var search = (EndlessSearch)(object)proxy;
        (search._dialect, search._timeout) = (dialect, timeout);
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Name switch
    {
        nameof(ISqlDialect.Contains) => Endless,
        $"get_{nameof(ISqlDialect.SearchTimeout)}" => _timeout,
        _ => targetMethod.Invoke(_dialect, args),
    };
}
