using Microsoft.Data.Sqlite;
using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Infrastructure.Persistence.Sqlite.Copies;

internal sealed class SqliteCopies(SqliteDialect dialect, Migrations.MigrationSet known) : IDatabaseCopies
{
    public async Task BackUpAsync(string file, CancellationToken cancellationToken)
    {
        var backup = new SqliteBackup(dialect);
        await TranslateAsync(() => Task.Run(() => backup.Run(Path.GetFullPath(file)), cancellationToken));
    }

    public async Task<string?> RestoreAsync(string file, CancellationToken cancellationToken)
    {
        string? aside = null;
        await TranslateAsync(async () =>
            aside = await new SqliteRestore(dialect.File.Paths, dialect.ConnectionString, known).RunAsync(Path.GetFullPath(file), cancellationToken));
        return aside;
    }

    private static async Task TranslateAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new StartupException(exception.Message, exception);
        }
    }
}
