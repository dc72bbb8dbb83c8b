using Microsoft.Data.SqlClient;
using Microsoft.Extensions.DependencyInjection;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Infrastructure.IntegrationTests.Support;
using Unleash.Pat.TestSupport;
using Unleash.Pat.TestSupport.Databases;
using Unleash.Pat.TestSupport.Faults;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Faults;

/// <summary>A suite in which one node reaches the server by way of a proxy, and another straight.</summary>
public abstract class SqlServerFaultTests(DatabaseFixture<SqlServerEngine> fixture)
    : DatabaseTests<SqlServerEngine>(fixture)
{
    /// <summary>Bounded is the contract; a loaded machine must not fail the test.</summary>
    protected static readonly TimeSpan Bound = Eventually.Timeout;

    protected FaultyProxy Proxy { get; private set; } = null!;

    /// <summary>The repository by way of the proxy.</summary>
    protected IPatRepository Far { get; private set; } = null!;

    /// <summary>The repository that reaches the server whatever the proxy does.</summary>
    protected IPatRepository Near => Get<IPatRepository>();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Proxy = SqlServerTraffic.Before(Fixture.Engine.ConnectionString);
        Far = FarNode().GetRequiredService<IPatRepository>();
    }

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (Proxy is not null)
        {
            await Proxy.DisposeAsync();
        }

        await base.DisposeAsync();
    }

    protected IServiceProvider FarNode(Action<SqlConnectionStringBuilder>? more = null) => Fixture.Node(
        ("ConnectionStrings:UnleashPat", Proxy.Through(Fixture.Engine.ConnectionString, more)));
}
