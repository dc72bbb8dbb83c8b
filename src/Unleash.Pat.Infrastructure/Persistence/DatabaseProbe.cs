using Dapper;
using Unleash.Pat.Application.Common.Exceptions;
using Unleash.Pat.Application.Instance;
using Unleash.Pat.Infrastructure.Persistence.Migrations;

namespace Unleash.Pat.Infrastructure.Persistence;

/// <inheritdoc cref="IDatabaseProbe" />
internal sealed class DatabaseProbe(Database database, MigrationSet expected) : IDatabaseProbe
{
    // Shorter than a load balancer's patience: an answer that comes too late says nothing.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private const string SelectApplied = "SELECT ScriptName FROM SchemaVersions";

    public async Task RequireReadyAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            var applied = await database.VerifyAsync(
                connection => connection.QueryAsync<string>(
                    new CommandDefinition(SelectApplied, cancellationToken: limit.Token)),
                limit.Token);
            if (!expected.Names.SetEquals(applied))
            {
                throw new ServiceUnavailableException(
                    new InvalidOperationException("The database's schema is of another version than this service."));
            }
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ServiceUnavailableException(exception);
        }
    }
}
