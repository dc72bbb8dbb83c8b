using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Unleash.Pat.Application;
using Unleash.Pat.Infrastructure.IntegrationTests.Support;
using Unleash.Pat.Infrastructure.Persistence;
using Unleash.Pat.Infrastructure.Persistence.Sqlite;
using Unleash.Pat.Infrastructure.Persistence.Sqlite.Files;
using Unleash.Pat.TestSupport;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Sqlite;

/// <summary>A migrated database file of a test's own, which the test may break.</summary>
internal sealed class OwnDatabase : IAsyncDisposable
{
    private readonly DatabaseFixture<SqliteEngine> _fixture = new();
    private IServiceProvider _services = null!;

    public string Path => _fixture.Engine.FilePath;

    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    public Database Database => _services.GetRequiredService<Database>();

    public SqliteDialect Dialect => _services.GetRequiredService<SqliteDialect>();

    public DatabaseFixture<SqliteEngine> Fixture => _fixture;

    public static async Task<OwnDatabase> CreateAsync()
    {
        var database = new OwnDatabase();
        database._services = await database._fixture.GetAsync(migrate: true);
        return database;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task WriteAsync() => Database.WriteAsync(WriteAsync, Cancel);

    public Task RevokeAsync() => Database.RevokeAsync(WriteAsync, Cancel);

    public Task<long> ReadAsync() => Database.ReadAsync(
        async connection =>
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT turns FROM admin_guard";
            return (long)(await command.ExecuteScalarAsync(Cancel))!;
        },
        Cancel);

    /// <summary>Reads and writes are refused as the database being away.</summary>
    public async Task ShouldBeAwayAsync()
    {
        (await FailedReadAsync()).ShouldBeOfType<ServiceUnavailableException>().InnerException.ShouldBeOfType<DatabaseFileException>();
        (await Should.ThrowAsync<ServiceUnavailableException>(WriteAsync())).InnerException.ShouldBeOfType<DatabaseFileException>();
    }

    /// <summary>Why a read fails, once one does: reads within a millisecond share a look at the files.</summary>
    public Task<Exception?> FailedReadAsync() =>
        Eventually.GetAsync<Exception?>(async () => await Record.ExceptionAsync(ReadAsync), failure => failure is not null, null, Cancel);

    /// <summary>A whole copy, made as a backup is.</summary>
    public string Copy(string name)
    {
        var copy = System.IO.Path.Combine(Folder, name);
        using var connection = Connect(Path);
        Execute(connection, $"VACUUM INTO '{copy}'");
        return copy;
    }

    public static SqliteConnection Connect(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        return connection;
    }

    public static void Execute(SqliteConnection connection, string statement)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Task<int> WriteAsync(Persistence.WriteTransaction transaction) =>
        transaction.ExecuteAsync("UPDATE admin_guard SET turns = turns + 1", null, Cancel);
}
