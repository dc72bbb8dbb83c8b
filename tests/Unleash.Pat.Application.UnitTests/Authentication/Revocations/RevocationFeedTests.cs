using Unleash.Pat.Application.Authentication.Revocations;

namespace Unleash.Pat.Application.UnitTests.Authentication.Revocations;

/// <summary>
/// The promise inside a node: what is revoked elsewhere is refused within a second, also where it cannot be read
/// (docs/decisions/0031-nodes-read-the-revocations.md).
/// </summary>
public sealed class RevocationFeedTests : IDisposable
{
    private readonly VerifiedTokens _node = new(commitDelay: TimeSpan.FromSeconds(30));

    public void Dispose() => _node.Dispose();

    [Theory]
    [InlineData(RevokedSubject.Pat, 1)]
    [InlineData(RevokedSubject.Account, 7)]
    [InlineData((RevokedSubject)99, 1)]
    public async Task What_another_node_revokes_is_forgotten(RevokedSubject subject, long id)
    {
        var secret = await RememberedAsync();
        _node.Personal.Delete(1);
        _node.Revocations.Add(1, subject, id);
        (await _node.IsAcceptedAsync(secret)).ShouldBeTrue("nothing has been read yet");

        await _node.ReadRevocationsAsync();

        (await _node.IsAcceptedAsync(secret)).ShouldBeFalse();
    }

    [Fact]
    public async Task An_admin_token_is_forgotten_too()
    {
        await _node.ReadRevocationsAsync();
        var secret = _node.StoreAdmin(1, creatorId: 7);
        (await _node.IsAcceptedAsync(secret)).ShouldBeTrue();
        _node.Admin.Delete(1);
        _node.Revocations.Add(1, RevokedSubject.AdminToken, 1);

        await _node.ReadRevocationsAsync();

        (await _node.IsAcceptedAsync(secret)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_revocation_is_taken_once_though_it_is_read_again()
    {
        var secret = await RememberedAsync();
        _node.Revocations.Add(1, RevokedSubject.Pat, 1);
        for (var round = 0; round < 8; round++)
        {
            await _node.ReadRevocationsAsync();
            (await _node.IsAcceptedAsync(secret)).ShouldBeTrue();
            _node.Time.Advance(TimeSpan.FromMilliseconds(250));
        }

        _node.Personal.Reads.ShouldBe(2);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(29)]
    public async Task A_late_commit_with_a_smaller_id_is_not_missed(int seconds)
    {
        var secret = await RememberedAsync();
        _node.Revocations.Add(6, RevokedSubject.Pat, 99);
        await _node.ReadRevocationsAsync();
        await ReadForAsync(TimeSpan.FromSeconds(seconds));

        _node.Personal.Delete(1);
        _node.Revocations.Add(5, RevokedSubject.Pat, 1);
        await _node.ReadRevocationsAsync();

        (await _node.IsAcceptedAsync(secret)).ShouldBeFalse();
    }

    [Fact]
    public async Task What_is_settled_is_not_read_again()
    {
        await _node.ReadRevocationsAsync();
        _node.Revocations.Add(6, RevokedSubject.Pat, 99);
        await ReadForAsync(TimeSpan.FromSeconds(29));
        _node.Revocations.LastAfter.ShouldBe(0);
        _node.Feed.Prunable.ShouldBe(0);

        await ReadForAsync(TimeSpan.FromSeconds(2));
        _node.Revocations.LastAfter.ShouldBe(6);
        _node.Feed.Prunable.ShouldBe(0);

        await ReadForAsync(RevocationPosition.KeepFor + TimeSpan.FromSeconds(1));
        _node.Feed.Prunable.ShouldBe(6);
    }

    [Fact]
    public async Task A_node_that_cannot_read_for_a_second_reads_each_token()
    {
        var secret = await RememberedAsync();
        _node.Time.Advance(TimeSpan.FromMilliseconds(999));
        await _node.IsAcceptedAsync(secret);
        _node.Personal.Reads.ShouldBe(1);

        _node.Time.Advance(TimeSpan.FromMilliseconds(1));
        _node.Personal.Delete(1);

        (await _node.IsAcceptedAsync(secret)).ShouldBeFalse();
    }

    [Fact]
    public async Task And_answers_503_where_that_fails_too()
    {
        var secret = await RememberedAsync();
        _node.Time.Advance(TimeSpan.FromSeconds(1));
        _node.Personal.Answering = _ => throw new ServiceUnavailableException(new TimeoutException());

        await Should.ThrowAsync<ServiceUnavailableException>(() => _node.IsAcceptedAsync(secret));
    }

    [Fact]
    public async Task The_second_counts_from_the_beginning_of_a_read()
    {
        var secret = await RememberedAsync();
        _node.Revocations.Answering = () =>
        {
            _node.Time.Advance(TimeSpan.FromMilliseconds(600));
            return Task.CompletedTask;
        };
        await _node.ReadRevocationsAsync();
        _node.Time.Advance(TimeSpan.FromMilliseconds(401));
        _node.Personal.Delete(1);

        (await _node.IsAcceptedAsync(secret)).ShouldBeFalse();
    }

    /// <summary>Threat: the wall clock is set back, or the machine sleeps and its clock of durations stands still.</summary>
    [Theory]
    [InlineData(-3600, 1)]
    [InlineData(3600, 0)]
    public async Task No_clock_alone_prolongs_the_second(int step, int seconds)
    {
        var secret = await RememberedAsync();
        _node.Time.Step(TimeSpan.FromSeconds(step));
        _node.Time.Advance(TimeSpan.FromSeconds(seconds));
        _node.Personal.Delete(1);

        (await _node.IsAcceptedAsync(secret)).ShouldBeFalse();
    }

    [Fact]
    public async Task After_a_pause_everything_is_read_again()
    {
        var secret = await RememberedAsync();
        _node.Personal.Delete(1);
        _node.Time.Advance(TimeSpan.FromMinutes(2));

        // The revocation itself may have been deleted meanwhile.
        await _node.ReadRevocationsAsync();

        (await _node.IsAcceptedAsync(secret)).ShouldBeFalse();
    }

    [Fact]
    public async Task Another_database_is_read_from_its_beginning()
    {
        var secret = await RememberedAsync();
        _node.Revocations.Add(100, RevokedSubject.Pat, 99);
        await ReadForAsync(TimeSpan.FromSeconds(60));
        await _node.IsAcceptedAsync(secret);

        _node.Feed.StartOver();
        await _node.ReadRevocationsAsync();
        await _node.IsAcceptedAsync(secret);
        _node.Personal.Delete(1);
        _node.Revocations.Add(3, RevokedSubject.Pat, 1);
        await _node.ReadRevocationsAsync();

        (await _node.IsAcceptedAsync(secret)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_read_of_the_former_database_gives_no_trust()
    {
        var secret = await RememberedAsync();
        _node.Revocations.Answering = () =>
        {
            _node.Feed.StartOver();
            return Task.CompletedTask;
        };
        await _node.ReadRevocationsAsync();

        _node.Trust.IsGiven.ShouldBeFalse();
        _node.Personal.Delete(1);
        (await _node.IsAcceptedAsync(secret)).ShouldBeFalse();
    }

    private async Task<string> RememberedAsync()
    {
        var secret = _node.Store(id: 1, userId: 7);
        await _node.ReadRevocationsAsync();
        (await _node.IsAcceptedAsync(secret)).ShouldBeTrue();
        return secret;
    }

    private async Task ReadForAsync(TimeSpan duration)
    {
        for (var at = TimeSpan.Zero; at < duration; at += TimeSpan.FromMilliseconds(500))
        {
            _node.Time.Advance(TimeSpan.FromMilliseconds(500));
            await _node.ReadRevocationsAsync();
        }
    }
}
