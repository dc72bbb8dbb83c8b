using System.Reflection;
using System.Runtime.ExceptionServices;
using Unleash.Pat.Infrastructure.Persistence;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Statements;

/// <summary>An engine's own dialect, which counts the connections that are taken: one for each piece of work.</summary>
public class CountingDialect : DispatchProxy
{
    private ISqlDialect _dialect = null!;
    private int _taken;

    public int Taken => Volatile.Read(ref _taken);

    internal static (ISqlDialect Dialect, CountingDialect Count) Around(ISqlDialect dialect)
    {
        var proxy = Create<ISqlDialect, CountingDialect>();
        var count = (CountingDialect)(object)proxy;
        count._dialect = dialect;
        return (proxy, count);
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (targetMethod!.Name.StartsWith("Open", StringComparison.Ordinal))
        {
            Interlocked.Increment(ref _taken);
        }

        try
        {
            var result = targetMethod.Invoke(_dialect, args);
            if (targetMethod.Name == nameof(ISqlDialect.TryQuery) && result is not null)
            {
                Interlocked.Increment(ref _taken);
            }

            return result;
        }
        catch (TargetInvocationException exception) when (exception.InnerException is not null)
        {
            ExceptionDispatchInfo.Throw(exception.InnerException);
            throw;
        }
    }
}
