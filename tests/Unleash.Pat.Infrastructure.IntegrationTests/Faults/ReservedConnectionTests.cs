using System.Data.Common;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Hosting;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Infrastructure.IntegrationTests.Support;
using Unleash.Pat.Infrastructure.Persistence;
using Unleash.Pat.TestSupport.Databases;
using Unleash.Pat.TestSupport.Faults;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Faults;

/// <summary>
/// Verification has reserved connections, so it goes on whatever takes all the others. A wait for a connection ends, in
/// either pool.
/// </summary>
[OneEngineOnly("It is about the pool of connections to a server.")]
public sealed class ReservedConnectionTests(DatabaseFixture<SqlServerEngine> fixture) : SqlServerFaultTests(fixture)
{
    private const int Connections = 3;
    private const int Hundred = 100;

    private static readonly string Selector = new('s', 22);

    [Fact]
    public async Task Verification_and_readiness_go_on_while_every_other_connection_is_held()
    {
        var node = Node();
        await using var held = await HeldAsync(node.GetRequiredService<Database>().ReadAsync, Connections);
        var waiting = Enumerable.Range(0, Hundred).Select(_ => Should.ThrowAsync<ServiceUnavailableException>(
            () => node.GetRequiredService<IPatRepository>().GetAllAsync(1, Cancel))).ToList();

        (await node.GetRequiredKeyedService<ITokenVerifierStore>(TokenKind.Personal).FindAsync(Selector, Cancel)).ShouldBeNull();
        (await node.GetRequiredKeyedService<ITokenVerifierStore>(TokenKind.Admin).FindAsync(Selector, Cancel)).ShouldBeNull();
        (await node.GetRequiredService<ISessionVerifierStore>().FindAsync(new byte[32], Cancel)).ShouldBeNull();
        await node.GetRequiredService<IDatabaseProbe>().RequireReadyAsync(Cancel);

        await Task.WhenAll(waiting).WaitAsync(Bound, Cancel);
    }

    [Fact]
    public async Task A_wait_for_verifications_own_connections_ends_as_well()
    {
        var node = Node();
        await using var held = await HeldAsync(node.GetRequiredService<Database>().VerifyAsync, Connections);

        await Should.ThrowAsync<ServiceUnavailableException>(
            () => node.GetRequiredKeyedService<ITokenVerifierStore>(TokenKind.Personal).FindAsync(Selector, Cancel).WaitAsync(Bound, Cancel));

        (await node.GetRequiredService<IPatRepository>().GetAllAsync(long.MaxValue, Cancel)).ShouldBeEmpty();
    }

    private IServiceProvider Node() => Fixture.Node(
        ("ConnectionStrings:UnleashPat", Proxy.Through(Fixture.Engine.ConnectionString, connection => connection.ConnectTimeout = 3)),
        ("Database:MaxConnections", $"{Connections}"),
        ("Database:VerificationConnections", $"{Connections}"));

    private static async Task<Held> HeldAsync(
        Func<Func<DbConnection, Task<int>>, CancellationToken, Task<int>> over, int count)
    {
        var held = new Held();
        for (var number = 0; number < count; number++)
        {
            await held.AddAsync(over);
        }

        return held;
    }

    private sealed class Held : IAsyncDisposable
    {
        private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly List<Task> _holders = [];

        public async Task AddAsync(Func<Func<DbConnection, Task<int>>, CancellationToken, Task<int>> over)
        {
            var taken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var holder = over(
                async connection =>
                {
                    await connection.QuerySingleAsync<int>(new CommandDefinition("SELECT 1", cancellationToken: Cancel));
                    taken.TrySetResult();
                    await _end.Task;
                    return 1;
                },
                Cancel);
            _holders.Add(holder);
            await await Task.WhenAny(taken.Task, holder);
        }

        public async ValueTask DisposeAsync()
        {
            _end.TrySetResult();
            await Task.WhenAll(_holders);
        }
    }
}
