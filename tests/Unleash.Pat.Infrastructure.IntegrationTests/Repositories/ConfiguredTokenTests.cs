using Unleash.Pat.Infrastructure.IntegrationTests.Support;
using Unleash.Pat.Infrastructure.Persistence.Repositories;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Repositories;

/// <summary>When an admin token of the configuration was last used.</summary>
public abstract class ConfiguredTokenTests<TEngine>(DatabaseFixture<TEngine> fixture) : DatabaseTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private ConfiguredTokenRepository Tokens => Get<ConfiguredTokenRepository>();

    [Fact]
    public async Task A_use_is_kept_by_its_fingerprint_and_never_goes_back()
    {
        var fingerprint = Fingerprint(1);

        await Tokens.MarkSeenAsync(fingerprint, Now, Cancel);
        await Tokens.MarkSeenAsync(fingerprint, Now.AddHours(1), Cancel);
        await Tokens.MarkSeenAsync(fingerprint, Now.AddHours(-1), Cancel);

        (await Tokens.GetAllAsync(Cancel))[Convert.ToHexString(fingerprint)].ShouldBe(Now.AddHours(1));
    }

    [Fact]
    public async Task Nodes_that_write_at_once_leave_one_row()
    {
        var fingerprint = Fingerprint(2);

        await Task.WhenAll(Enumerable.Range(0, 10).Select(minute => Task.Run(
            () => Tokens.MarkSeenAsync(fingerprint, Now.AddMinutes(minute), Cancel))));

        (await Tokens.GetAllAsync(Cancel)).Keys.Count(key => key == Convert.ToHexString(fingerprint)).ShouldBe(1);
    }

    [Fact]
    public async Task All_nodes_have_one_salt()
    {
        var salts = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => Tokens.GetSaltAsync(Cancel))));

        salts.Select(Convert.ToHexString).Distinct().ShouldHaveSingleItem().Length.ShouldBe(32);
    }

    private static byte[] Fingerprint(byte first) => [first, .. new byte[31]];
}
