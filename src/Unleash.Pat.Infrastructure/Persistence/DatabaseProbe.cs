using System.Data.Common;
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

    private const string ReadOnly = "READ_ONLY";

    private const string SelectApplied = "SELECT ScriptName FROM SchemaVersions";

    public async Task RequireReadyAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            var found = await database.VerifyAsync(connection => LookAsync(connection, limit.Token), limit.Token);
            if (Fault(found.Migrations, found.Tables, found.Updateability) is { } fault)
            {
                throw new ServiceUnavailableException(fault);
            }
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ServiceUnavailableException(exception);
        }
    }

    private async Task<(IEnumerable<string> Migrations, IEnumerable<string> Tables, string? Updateability)> LookAsync(
        DbConnection connection, CancellationToken cancellationToken)
    {
        var migrations = await connection.QueryAsync<string>(Command(SelectApplied));
        var tables = await connection.QueryAsync<string>(Command(database.Dialect.SelectTables));
        return (migrations, tables, await connection.ExecuteScalarAsync<string?>(Command(database.Dialect.SelectUpdateability)));

        CommandDefinition Command(string statement) => new(statement, cancellationToken: cancellationToken);
    }

    private Exception? Fault(IEnumerable<string> migrations, IEnumerable<string> tables, string? updateability)
    {
        if (!expected.Names.SetEquals(migrations))
        {
            return new InvalidOperationException("The database's schema is of another version than this service.");
        }

        if (expected.Tables.Except(tables, StringComparer.OrdinalIgnoreCase).ToList() is { Count: > 0 } missing)
        {
            return new InvalidOperationException($"The database lacks tables: {string.Join(", ", missing)}.");
        }

        return updateability == ReadOnly
            ? new InvalidOperationException("The database is read-only.")
            : database.Dialect.WhyNotReady;
    }
}
