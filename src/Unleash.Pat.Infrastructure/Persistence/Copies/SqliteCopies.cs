using Microsoft.Data.Sqlite;
using Unleash.Pat.Application.Hosting;
using Unleash.Pat.Infrastructure.Persistence.Dialects;

namespace Unleash.Pat.Infrastructure.Persistence.Copies;

/// <summary>Copies of a database that is a file.</summary>
internal sealed class SqliteCopies(SqliteDialect dialect, Migrations.MigrationSet known) : IDatabaseCopies
{
    public async Task BackUpAsync(string file, CancellationToken cancellationToken)
    {
        var backup = new SqliteBackup(dialect.File.Paths, dialect.ConnectionString);
        await ToldAsync(() => Task.Run(() => backup.Make(Path.GetFullPath(file)), cancellationToken));
    }

    public async Task<string?> RestoreAsync(string file, CancellationToken cancellationToken)
    {
        string? aside = null;
        await ToldAsync(async () =>
            aside = await new SqliteRestore(dialect.File.Paths, dialect.ConnectionString, known).RunAsync(Path.GetFullPath(file), cancellationToken));
        return aside;
    }

    private static async Task ToldAsync(Func<Task> work)
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
