using Unleash.Pat.TestSupport.Needs;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Importing;

/// <summary>Marks a suite that needs a PostgreSQL.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class NeedsPostgresAttribute : NeedsAttribute
{
    private const string Variable = "UNLEASH_PAT_TEST_POSTGRES";

    public static string? ConnectionString => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } value ? value : null;

    public override string? Missing => ConnectionString is null
        ? $"They need a PostgreSQL in which a database can be created: set {Variable} to a connection string, for example \"Host=localhost;Username=postgres\"."
        : null;
}
