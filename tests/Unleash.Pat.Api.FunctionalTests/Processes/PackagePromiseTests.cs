using Unleash.Pat.Api.FunctionalTests.OAuth;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;
using Unleash.Pat.TestSupport.Faults;

namespace Unleash.Pat.Api.FunctionalTests.Processes;

/// <summary>
/// docs/api.md, section 7.5: a service with the package accepts no token a second after it was revoked, on whichever
/// node, and whatever happens to the connection. One node revokes; the service verifies at the other, by way of a proxy.
/// </summary>
public abstract class PackagePromiseTests<TEngine> : ProcessTests<TEngine>, IAsyncLifetime
    where TEngine : IDatabaseEngine, new()
{
    // Introspection does not answer for admin tokens.
    private static readonly VictimKind[] Kinds = [.. Enum.GetValues<VictimKind>().Where(kind => kind != VictimKind.AdminTokenDeleted)];

    private ServiceClient _node = null!;
    private FaultyProxy _proxy = null!;
    private ServiceWithPackage _service = null!;
    private IReadOnlyList<Victim> _victims = [];
    private IReadOnlyList<Victim> _valid = [];

    [Fact]
    public async Task What_was_revoked_a_second_ago_is_not_accepted()
    {
        await StartAsync(Victims.CountOr(50));
        using var enough = new CancellationTokenSource();
        var load = UseAsync(enough.Token);

        await RevokeAllAsync();

        await enough.CancelAsync();
        await load;
        await ShouldBeRightAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task While_the_service_is_away_nothing_is_accepted_and_no_valid_token_is_refused(bool hangs)
    {
        await StartAsync(Victims.CountOr(10));
        if (hangs)
        {
            _proxy.Stall();
        }
        else
        {
            _proxy.Refuse();
        }

        await RevokeAllAsync();

        foreach (var answer in await Task.WhenAll(_valid.Select(_service.GetAsync)))
        {
            answer.Status.ShouldBe(503);
            answer.Header("retry-after").ShouldNotBeNull();
        }

        _proxy.Recover();
        await ShouldBeRightAsync();
    }

    [Fact]
    public async Task While_connections_are_cut_nothing_that_was_revoked_is_accepted()
    {
        await StartAsync(Victims.CountOr(20));
        using var enough = new CancellationTokenSource();
        var load = UseAsync(enough.Token);
        var cuts = CutAsync(enough.Token);

        await RevokeAllAsync();

        await enough.CancelAsync();
        await Task.WhenAll(load, cuts);
        await ShouldBeRightAsync();
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await (_service?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_proxy?.DisposeAsync() ?? ValueTask.CompletedTask);
        await DisposeAsync();
    }

    /// <summary>Starts everything, and waits until the service remembers all tokens.</summary>
    private async Task StartAsync(int count)
    {
        var (here, there) = (Start(("RateLimiting:RevokePerMinute", "1000000")), Start());
        _node = await ClientAsync(here);
        _proxy = new FaultyProxy("127.0.0.1", (await there.ReadyAsync(Cancel)).Port);
        _service = await ServiceWithPackage.StartAsync(
            new Uri($"http://127.0.0.1:{_proxy.Port}"), await _node.WithAuthorization(TestService.AdminToken).CreateVerifierAsync());
        var victims = new Victims(_node);
        _victims = await victims.CreateAsync(count, Kinds);
        _valid = await victims.CreateAsync(2, Kinds);
        await _service.UntilItRemembersAsync([.. _victims, .. _valid]);
    }

    private Task RevokeAllAsync() => Task.WhenAll(_victims.Select(async victim =>
    {
        await victim.RevokeAsync(_node);
        await Task.Delay(Victim.Promise, Cancel);
        await _service.ShouldNotAcceptAsync(victim);
    }));

    // Used all the time, so that the service asks and remembers while tokens are revoked.
    private async Task UseAsync(CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            await _service.StatusAsync(_victims[Random.Shared.Next(_victims.Count)]);
            await _service.ShouldNotRefuseAsync(_valid[Random.Shared.Next(_valid.Count)]);
        }
    }

    private async Task CutAsync(CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            _proxy.CutAll();
            await Task.Delay(TimeSpan.FromMilliseconds(300), enough).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    /// <summary>The service knows everything again, at once and when it remembers again.</summary>
    private async Task ShouldBeRightAsync()
    {
        await Task.WhenAll(_service.UntilItRefusesAsync(_victims), _service.UntilItAcceptsAsync(_valid));
        await _service.UntilItRemembersAsync(_valid);
        await Task.WhenAll(_victims.Select(_service.ShouldNotAcceptAsync));
    }
}
