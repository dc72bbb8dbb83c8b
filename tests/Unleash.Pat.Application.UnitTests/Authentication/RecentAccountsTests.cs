using Microsoft.Extensions.Time.Testing;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.UnitTests.Authentication;

/// <summary>What may be shown of an account without a read.</summary>
public sealed class RecentAccountsTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly RecentAccounts _accounts;
    private int _reads;
    private string _name = "Ada";

    public RecentAccountsTests() => _accounts = new RecentAccounts(_time);

    [Fact]
    public async Task AnAccountIsReadOnceASecond()
    {
        await FindAsync();
        _name = "Changed elsewhere";
        _time.Advance(RecentAccounts.TimeToLive - TimeSpan.FromMilliseconds(1));
        (await FindAsync())!.Name.ShouldBe("Ada");
        _reads.ShouldBe(1);

        _time.Advance(TimeSpan.FromMilliseconds(1));

        (await FindAsync())!.Name.ShouldBe("Changed elsewhere");
        _reads.ShouldBe(2);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AChangeOnThisNodeShowsAtOnce(bool forgetsAll)
    {
        await FindAsync();
        _name = "Changed here";
        Forget(forgetsAll);

        (await FindAsync())!.Name.ShouldBe("Changed here");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AReadThatBeganBeforeAChangeIsNotRemembered(bool forgetsAll)
    {
        var found = await _accounts.FindAsync(
            1,
            (id, _) =>
            {
                var before = User(id);
                _name = "Changed meanwhile";
                Forget(forgetsAll);
                return Task.FromResult<User?>(before);
            },
            TestContext.Current.CancellationToken);
        found!.Name.ShouldBe("Ada");

        (await FindAsync())!.Name.ShouldBe("Changed meanwhile");
    }

    [Fact]
    public async Task AnAccountThatDoesNotExistIsReadEachTime()
    {
        (await _accounts.FindAsync(2, (_, _) => Task.FromResult<User?>(null), TestContext.Current.CancellationToken)).ShouldBeNull();

        (await FindAsync(2)).ShouldNotBeNull();
    }

    [Fact]
    public async Task OneMoreThanTheMostAreForgotten()
    {
        for (var id = 1; id <= RecentAccounts.MaxAccounts + 1; id++)
        {
            await FindAsync(id);
        }

        _reads = 0;
        await FindAsync(1);
        _reads.ShouldBe(1);
    }

    private void Forget(bool all)
    {
        if (all)
        {
            _accounts.Clear();
        }
        else
        {
            _accounts.Forget(1);
        }
    }

    private async Task<User?> FindAsync(long id = 1) => await _accounts.FindAsync(
        id,
        (read, _) =>
        {
            _reads++;
            return Task.FromResult<User?>(User(read));
        },
        TestContext.Current.CancellationToken);

    private User User(long id) =>
        new(id, AccountType.User, "ada", null, _name, RootRole.Viewer, 0, _time.GetUtcNow(), null);
}
