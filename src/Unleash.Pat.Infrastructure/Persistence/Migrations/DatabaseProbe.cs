using System.Data.Common;
using Dapper;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Infrastructure.Persistence.Migrations;

/// <inheritdoc cref="IDatabaseProbe" />
internal sealed class DatabaseProbe(Database database, MigrationSet expected) : IDatabaseProbe
{
    // Shorter than the timeout of a load balancer, for which a late answer is none.
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(3);

    private const string ReadOnly = "READ_ONLY";

    private const string SelectApplied =
        $"SELECT ScriptName FROM {Journals.Versions} UNION ALL SELECT ScriptName FROM {Journals.Additions}";

    public async Task RequireReadyAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Timeout);
        try
        {
            var (migrations, updateability) = await database.VerifyAsync(connection => ReadAsync(connection, limit.Token), limit.Token);
            if (Fault(migrations, updateability) is { } fault)
            {
                throw new ServiceUnavailableException(fault);
            }
        }
        catch (Exception exception) when (exception is DbException or DatabaseStructureException)
        {
            // The database answers but cannot serve: a table is missing, or the login may not read it.
            throw new ServiceUnavailableException(exception);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ServiceUnavailableException(exception);
        }
    }

    private async Task<(IEnumerable<string> Migrations, string? Updateability)> ReadAsync(
        DbConnection connection, CancellationToken cancellationToken)
    {
        var migrations = await connection.QueryAsync<string>(Command(SelectApplied));
        await connection.ExecuteScalarAsync<object?>(Command(expected.SelectFromEveryTable));
        return (migrations, await connection.ExecuteScalarAsync<string?>(Command(database.Dialect.SelectUpdateability)));

        CommandDefinition Command(string statement) => new(statement, cancellationToken: cancellationToken);
    }

    private Exception? Fault(IEnumerable<string> migrations, string? updateability)
    {
        if (!expected.Fits(migrations.ToHashSet()))
        {
            return new InvalidOperationException("The database's schema is of another version than this service.");
        }

        return updateability == ReadOnly
            ? new InvalidOperationException("The database is read-only.")
            : database.Dialect.WhyNotReady;
    }
}
