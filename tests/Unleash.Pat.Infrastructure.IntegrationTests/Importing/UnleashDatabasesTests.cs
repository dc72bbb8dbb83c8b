using Unleash.Pat.Application.Hosting;
using Unleash.Pat.Infrastructure.Importing;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Importing;

/// <summary>Which connection strings are taken.</summary>
[OneEngineOnly("It opens no database.")]
public sealed class UnleashDatabasesTests
{
    [Theory]
    [InlineData("postgres://unleash:s3cret@db:nonsense/unleash")]
    [InlineData("Password=s3cret;Nonsense=1")]
    [InlineData("s3cret")]
    public void What_is_none_is_refused_and_not_shown(string text) =>
        Should.Throw<StartupException>(() => new UnleashDatabases().Open(text)).Message.ShouldNotContain("s3cret");

    [Theory]
    [InlineData("postgres://unleash:p%40ss@db:5433/unleash?ssl=false")]
    [InlineData("postgresql://db/unleash")]
    [InlineData("Host=db;Database=unleash")]
    public async Task Both_forms_are_taken(string text)
    {
        await using var source = new UnleashDatabases().Open(text);

        source.ShouldNotBeNull();
    }
}
