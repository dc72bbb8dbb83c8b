using Unleash.Pat.Infrastructure.Persistence.Migrations;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Migrations;

/// <summary>Makes the database of an earlier version.</summary>
internal static class EarlierSchema
{
    /// <param name="number">The last migration of that version, for example <c>0002</c>.</param>
    public static async Task MigrateThroughAsync(this IMigrationTarget target, string number, CancellationToken cancellationToken)
    {
        await target.CreateAsync(cancellationToken);
        await target.PrepareAsync(cancellationToken);
        var result = target.Upgrade()
            .WithScriptsEmbeddedInAssembly(
                typeof(DatabaseInitializer).Assembly,
                name => DatabaseInitializer.IsOf(target.Provider, name)
                    && string.CompareOrdinal(name.Split('.')[^2].Split('_')[0], number) <= 0)
            .WithTransactionPerScript().LogToNowhere().Build().PerformUpgrade();
        result.Successful.ShouldBeTrue(result.Error?.Message);
    }
}
