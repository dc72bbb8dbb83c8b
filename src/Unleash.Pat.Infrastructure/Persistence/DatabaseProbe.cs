using System.Data.Common;
using Dapper;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Hosting;
using Unleash.Pat.Infrastructure.Persistence.Migrations;

namespace Unleash.Pat.Infrastructure.Persistence;

/// <inheritdoc cref="IDatabaseProbe" />
internal sealed class DatabaseProbe(Database database, MigrationSet expected) : IDatabaseProbe
{
    // Shorter than a load balancer's patience: an answer that comes too late says nothing.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private const string ReadOnly = "READ_ONLY";

    private const string SelectApplied = "SELECT ScriptName FROM SchemaVersions";

    public async Task RequireReadyAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            var (migrations, updateability) = await database.VerifyAsync(connection => LookAsync(connection, limit.Token), limit.Token);
            if (Fault(migrations, updateability) is { } fault)
            {
                throw new ServiceUnavailableException(fault);
            }
        }
        catch (DbException exception)
        {
            // The database answers, and cannot serve: a table is missing, or may not be read.
            throw new ServiceUnavailableException(exception);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ServiceUnavailableException(exception);
        }
    }

    private async Task<(IEnumerable<string> Migrations, string? Updateability)> LookAsync(
        DbConnection connection, CancellationToken cancellationToken)
    {
        var migrations = await connection.QueryAsync<string>(Command(SelectApplied));
        await connection.ExecuteScalarAsync<object?>(Command(expected.AskEveryTable));
        return (migrations, await connection.ExecuteScalarAsync<string?>(Command(database.Dialect.SelectUpdateability)));

        CommandDefinition Command(string statement) => new(statement, cancellationToken: cancellationToken);
    }

    private Exception? Fault(IEnumerable<string> migrations, string? updateability)
    {
        if (!expected.Names.SetEquals(migrations))
        {
            return new InvalidOperationException("The database's schema is of another version than this service.");
        }

        return updateability == ReadOnly
            ? new InvalidOperationException("The database is read-only.")
            : database.Dialect.WhyNotReady;
    }
}
