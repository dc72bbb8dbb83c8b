using Microsoft.Extensions.DependencyInjection;
using Unleash.Pat.Application.Hosting;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Infrastructure.IntegrationTests.Support;
using Unleash.Pat.TestSupport.Databases;
using Unleash.Pat.TestSupport.Faults;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Faults;

/// <summary>The first start where the server is Azure SQL, or hides its databases.</summary>
[OneEngineOnly("It cuts, delays or refuses the traffic to a server, which SQLite does not have.")]
public sealed class FirstStartTests(DatabaseFixture<SqlServerEngine> fixture) : SqlServerFaultTests(fixture)
{
    private const string Edition = "SERVERPROPERTY('EngineEdition')";

    [Theory]
    [InlineData(Edition, "5", null)]
    [InlineData(Edition, "3", "false")]
    public async Task A_database_is_not_made_unasked(string property, string edition, string? create)
    {
        Proxy.ChangeRequests(SqlServerTraffic.Replacing(property, edition));

        var refused = await Should.ThrowAsync<StartupException>(() => Fixture.MigrateAsync(Node("missing", create)));

        refused.Message.ShouldContain("--create-database");
    }

    [Theory]
    [InlineData("5", "true")]
    [InlineData("8", null)]
    public async Task A_database_is_made_where_it_is_asked_for_or_costs_nothing(string edition, string? create)
    {
        Proxy.ChangeRequests(SqlServerTraffic.Replacing(Edition, edition));
        var name = $"{Fixture.Engine.Database}_{edition}";
        try
        {
            var node = Node(name, create);

            await Fixture.MigrateAsync(node);

            (await node.GetRequiredService<IUserRepository>().AnyAsync(Cancel)).ShouldBeFalse();
        }
        finally
        {
            await Fixture.Engine.DropAsync(name);
        }
    }

    /// <summary>The server says that the name is taken, because another node has just made it, or it does not show it.</summary>
    [Fact]
    public async Task A_database_that_is_there_although_it_is_not_listed_is_opened()
    {
        var refusals = 1;
        Proxy.ChangeRequests(request =>
        {
            SqlServerTraffic.Replacing("WHERE name = @Name", "WHERE 1 = 0")(request);
            if (refusals > 0 && SqlServerTraffic.Containing(Fixture.Engine.Database)(request))
            {
                // The first login names a database that is not there.
                refusals--;
                SqlServerTraffic.Replacing(Fixture.Engine.Database[^4..], "none")(request);
            }
        });

        await Fixture.MigrateAsync(Node(Fixture.Engine.Database, null));

        refusals.ShouldBe(0);
    }

    /// <summary>A paused serverless database of Azure SQL refuses logins until it is back.</summary>
    [Theory]
    [InlineData(40613, null)]
    [InlineData(40613, "false")]
    [InlineData(40197, null)]
    public async Task A_database_that_is_being_resumed_is_waited_for(int number, string? create)
    {
        Proxy.AnswerNext(4, RefusedLogin.With(number));
        var node = Node(Fixture.Engine.Database, create);

        await Fixture.MigrateAsync(node);

        (await node.GetRequiredService<IUserRepository>().FindAsync(long.MaxValue, Cancel)).ShouldBeNull();
    }

    /// <summary>What does not come by itself is told at once.</summary>
    [Fact]
    public async Task A_login_that_is_refused_for_good_ends_the_start()
    {
        Proxy.AnswerNext(100, RefusedLogin.With(18456));

        var refused = await Should.ThrowAsync<StartupException>(() => Fixture.MigrateAsync(Node(Fixture.Engine.Database, null)));

        refused.Message.ShouldContain(Fixture.Engine.Database);
    }

    private IServiceProvider Node(string database, string? create)
    {
        var connection = Proxy.Through(Fixture.Engine.ConnectionString, connection =>
        {
            connection.InitialCatalog = database;
            connection.ApplicationName = Guid.NewGuid().ToString("N");
        });
        return create is null
            ? Fixture.Node(("ConnectionStrings:UnleashPat", connection))
            : Fixture.Node(("ConnectionStrings:UnleashPat", connection), ("Database:Create", create));
    }
}
