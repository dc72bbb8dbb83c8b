using DotNet.Testcontainers.Configurations;
using Testcontainers.MsSql;
using Xunit;

namespace Unleash.Pat.TestSupport.Databases;

/// <summary>The SQL Server that this test run uses: one, found once.</summary>
internal static class SqlServerInstance
{
    private const string Variable = "UNLEASH_PAT_TEST_SQLSERVER";
    private const string RequireVariable = "UNLEASH_PAT_TEST_REQUIRE_SQLSERVER";
    private const string Image = "mcr.microsoft.com/mssql/server:2022-latest";

    /// <summary>What a machine without one lacks.</summary>
    public const string Missing =
        $"No SQL Server: set {Variable} to the connection string of an instance in which a database may be made and "
        + "dropped, or start Docker, where one is then started as a container.";

    private static readonly Lazy<Task<string?>> Found = new(FindAsync);

    private static bool IsRequired => Environment.GetEnvironmentVariable(RequireVariable) == "1";

    private static string? Configured => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } value ? value : null;

    /// <summary>
    /// Whether there is none, known without starting a container. Where one is required, the tests run and fail.
    /// </summary>
    public static bool IsOutOfReach =>
        !IsRequired && Configured is null && TestcontainersSettings.OS.DockerEndpointAuthConfig is null;

    /// <summary>The connection string of the instance; skips the test where there is none.</summary>
    public static async Task<string> GetAsync(CancellationToken cancellationToken)
    {
        var found = await Found.Value.WaitAsync(cancellationToken);
        if (found is null && IsRequired)
        {
            Assert.Fail($"{RequireVariable}=1. {Missing}");
        }

        Assert.SkipWhen(found is null, Missing);
        return found!;
    }

    private static async Task<string?> FindAsync()
    {
        if (Configured is { } configured)
        {
            return configured;
        }

        try
        {
            // It ends with this process: Testcontainers' own watchdog removes it.
            var container = new MsSqlBuilder(Image).Build();
            await container.StartAsync();
            return container.GetConnectionString();
        }
#pragma warning disable CA1031 // Whatever keeps Docker from answering, the answer is the same: there is no container.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }
}
