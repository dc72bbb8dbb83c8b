using Dapper;
using Unleash.Pat.Infrastructure.Persistence.Sqlite.Connections;

namespace Unleash.Pat.Infrastructure.Persistence.Sqlite;

/// <summary>Loads and compiles what the first statements of a start need, over an empty database in memory.</summary>
internal static class SqliteWarmUp
{
    private const string Memory = "Data Source=:memory:";

    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        using var session = new SqliteSession(Memory);
        session.TryBeginWrite();
        await using var connection = new SessionConnection(session, used => used.TryEndWrite());
        var transaction = new WriteTransaction(connection);
        await transaction.ExecuteAsync("SELECT @Number", new { Number = 1L }, cancellationToken);
        await transaction.QueryAsync<Row>("SELECT @Number AS Number, 'text' AS Text", new { Number = 1L }, cancellationToken);
        await transaction.QuerySingleOrDefaultAsync<Row>("SELECT 1 AS Number, @Text AS Text", new { Text = Sql.Text("text", 4) }, cancellationToken);
        await transaction.QuerySingleAsync<long>("SELECT 1", null, cancellationToken);
        await connection.QuerySingleAsync<bool>(new CommandDefinition("SELECT 1", cancellationToken: cancellationToken));
    }

    private sealed class Row
    {
        public long Number { get; init; }

        public string? Text { get; init; }
    }
}
