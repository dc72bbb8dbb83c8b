using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Infrastructure.IntegrationTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Repositories;

/// <summary>When an admin token of the configuration was last used.</summary>
public abstract class ConfiguredTokenTests<TEngine>(DatabaseFixture<TEngine> fixture) : DatabaseTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private IConfiguredTokenStore Tokens => Get<IConfiguredTokenStore>();

    [Fact]
    public async Task A_use_is_kept_by_its_fingerprint_and_never_goes_back()
    {
        var fingerprint = Fingerprint(1);

        await MarkAsync((fingerprint, Now));
        await MarkAsync((fingerprint, Now.AddHours(1)));
        await MarkAsync((fingerprint, Now.AddHours(-1)));

        (await Tokens.GetAllAsync(Cancel))[Convert.ToHexString(fingerprint)].ShouldBe(Now.AddHours(1));
    }

    [Fact]
    public async Task Nodes_that_write_at_once_leave_one_row()
    {
        var fingerprint = Fingerprint(2);

        await Task.WhenAll(Enumerable.Range(0, 10).Select(minute => Task.Run(
            () => MarkAsync((fingerprint, Now.AddMinutes(minute))))));

        (await Tokens.GetAllAsync(Cancel)).Keys.Count(key => key == Convert.ToHexString(fingerprint)).ShouldBe(1);
    }

    [Fact]
    public async Task All_nodes_have_one_salt()
    {
        var salts = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => Tokens.GetSaltAsync(Cancel))));

        salts.Select(Convert.ToHexString).Distinct().ShouldHaveSingleItem().Length.ShouldBe(32);
    }

    /// <summary>A token can be configured at two places.</summary>
    [Fact]
    public async Task Many_are_written_together_new_ones_and_known_ones_each_at_its_latest()
    {
        var (known, fresh) = (Fingerprint(3), Fingerprint(4));
        await MarkAsync((known, Now));

        await MarkAsync((fresh, Now.AddHours(1)), (known, Now.AddHours(2)), (fresh, Now.AddHours(3)), (known, Now.AddHours(1)));

        var all = await Tokens.GetAllAsync(Cancel);
        all[Convert.ToHexString(known)].ShouldBe(Now.AddHours(2));
        all[Convert.ToHexString(fresh)].ShouldBe(Now.AddHours(3));
    }

    private Task MarkAsync(params (byte[] Fingerprint, DateTimeOffset UsedAt)[] uses) => Tokens.WriteLastUsedAsync(
        [.. uses.Select(use => new ConfiguredTokenUse(use.Fingerprint, use.UsedAt))], Cancel);

    private static byte[] Fingerprint(byte first) => [first, .. new byte[31]];
}
