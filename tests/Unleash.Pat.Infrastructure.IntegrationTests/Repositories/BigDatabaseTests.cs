using Microsoft.Extensions.Configuration;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Hosting;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Domain.Users;
using Unleash.Pat.Infrastructure.IntegrationTests.Support;
using Unleash.Pat.TestSupport.BigDatabases;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Repositories;

/// <summary>The generator of big databases makes what the service makes.</summary>
[OneEngineOnly("The rows are the same on every engine, and SQL Server's are written by SqlBulkCopy.")]
public sealed class BigDatabaseTests(DatabaseFixture<SqliteEngine> fixture) : DatabaseTests<SqliteEngine>(fixture)
{
    private static readonly BigDatabaseSize Size = new(200, 20, 1_000, 500, "a seed");

    protected override bool Migrated => false;

    [Fact]
    public async Task A_generated_database_opens_and_its_tokens_verify()
    {
        var secrets = new List<string>();
        await Generator(Size).GenerateAsync(secrets.Add, Cancel);

        await Get<IDatabaseInitializer>().InitializeAsync(_ => Task.CompletedTask, Cancel);
        foreach (var secret in new[] { secrets[0], secrets[^1] })
        {
            TokenSecret.HasValidChecksum(secret).ShouldBeTrue();
            (await Get<TokenAuthenticator>().AuthenticateAsync(secret.AsMemory(), null, Cancel)).Caller.ShouldNotBeNull();
        }

        secrets.Distinct().Count().ShouldBe(950);
        (await Get<IUserRepository>().GetPageAsync(AccountType.User, 1, 0, Cancel)).Total.ShouldBe(181);
        (await Get<IUserRepository>().SearchAsync("CASTILLO", 1, Cancel)).ShouldHaveSingleItem().Name.ShouldBe("Ada Castillo");
        (await Get<IUserRepository>().FindForSignInAsync("ADA.ALMEIDA.0000000@example.com", Cancel)).ShouldNotBeNull();
        (await Get<IEventRepository>().GetPageAsync(new EventFilter(), new EventSlice(1), Cancel)).Total.Count.ShouldBeGreaterThan(500);
        await ShouldTakeMoreAsync();
        await Should.ThrowAsync<StartupException>(() => Generator(Size).GenerateAsync(_ => { }, Cancel));
    }

    [Theory]
    [InlineData(-1, 0, 0)]
    [InlineData(0, 0, 1)]
    [InlineData(1, 2, 0)]
    public void What_cannot_be_generated_is_refused(int accounts, int serviceAccounts, int tokens) => Should.Throw<StartupException>(
        () => Generator(new BigDatabaseSize(accounts, serviceAccounts, tokens, 0, "a seed")));

    // The database gives ids that follow those of the generator.
    private async Task ShouldTakeMoreAsync()
    {
        var user = await NewUserAsync();
        (await StoredAsync(NewPat(user, "the first"))).Id.ShouldBeGreaterThan(Size.Tokens);
    }

    private BigDatabase Generator(BigDatabaseSize size) => new(
        new ConfigurationBuilder()
            .AddInMemoryCollection(Fixture.Configuration!.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)))
            .Build(),
        size,
        Time,
        _ => { });
}
