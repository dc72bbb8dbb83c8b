using Microsoft.Data.Sqlite;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Processes;

/// <summary>A file that cannot be used is refused with a sentence.</summary>
[OneEngineOnly("It is about files that cannot be used, which SQL Server does not have.")]
public sealed class DatabaseRefusalTests : ProcessTests<SqliteEngine>
{
    private string Folder => Path.GetDirectoryName(Engine.FilePath)!;

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused_and_left_as_it_is()
    {
        var first = Start();
        await first.ReadyAsync(Cancel);
        await first.TerminateAsync(Cancel);
        await ExecuteAsync(
            """
            INSERT INTO SchemaVersions (ScriptName, Applied)
            SELECT REPLACE(ScriptName, '0001_Initial', '9999_Future'), Applied FROM SchemaVersions LIMIT 1
            """);

        await ShouldBeRefusedAsync(Start(), "newer version", "9999_Future");
    }

    [Fact]
    public async Task A_folder_in_the_files_place_is_refused()
    {
        Directory.CreateDirectory(Engine.FilePath);

        await ShouldBeRefusedAsync(Start(), Engine.FilePath);
    }

    [Fact]
    public async Task A_file_in_the_folders_place_is_refused()
    {
        await File.WriteAllTextAsync(Folder, "", Cancel);
        try
        {
            await ShouldBeRefusedAsync(Start(), Engine.FilePath);
        }
        finally
        {
            File.Delete(Folder);
        }
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_and_left_as_it_is()
    {
        Directory.CreateDirectory(Folder);
        var text = new string('x', 10_000);
        await File.WriteAllTextAsync(Engine.FilePath, text, Cancel);

        await ShouldBeRefusedAsync(Start(), Engine.FilePath, "database restore");

        (await File.ReadAllTextAsync(Engine.FilePath, Cancel)).ShouldBe(text);
    }

    private async Task ExecuteAsync(string statement)
    {
        await using var connection = new SqliteConnection($"Data Source={Engine.FilePath};Pooling=False");
        await connection.OpenAsync(Cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        (await command.ExecuteNonQueryAsync(Cancel)).ShouldBe(1);
    }
}
