using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authentication.Revocations;

namespace Unleash.Pat.Application.UnitTests.Authentication;

/// <summary>What a node remembers of tokens, and when it forgets it (docs/decisions/0031-nodes-read-the-revocations.md).</summary>
public sealed class TokenMemoryTests : IDisposable
{
    private readonly VerifiedTokens _node = new();

    public void Dispose() => _node.Dispose();

    [Fact]
    public async Task A_token_is_read_once_in_minutes()
    {
        var secret = _node.Store(id: 1, userId: 7);
        for (var second = 0; second < 240; second++)
        {
            await _node.ReadRevocationsAsync();
            (await _node.IsAcceptedAsync(secret)).ShouldBeTrue();
            _node.Time.Advance(TimeSpan.FromMilliseconds(999));
        }

        _node.Personal.Reads.ShouldBe(1);
    }

    [Fact]
    public async Task It_is_read_again_in_the_end()
    {
        var secret = _node.Store(id: 1, userId: 7);
        for (var at = TimeSpan.Zero; at < TokenCache.TimeToLive + TimeSpan.FromSeconds(1); at += TimeSpan.FromMilliseconds(900))
        {
            await _node.ReadRevocationsAsync();
            await _node.IsAcceptedAsync(secret);
            _node.Time.Advance(TimeSpan.FromMilliseconds(900));
        }

        _node.Personal.Reads.ShouldBe(2);
    }

    [Fact]
    public async Task Forgetting_a_token_concerns_no_other()
    {
        string[] secrets = [_node.Store(1, userId: 7), _node.Store(2, userId: 7), _node.Store(3, userId: 8)];
        await VerifyAllAsync(secrets);

        _node.Verifiers.EvictToken(2);

        await VerifyAllAsync(secrets);
        _node.Personal.Reads.ShouldBe(3 + 1);
    }

    [Fact]
    public async Task Forgetting_an_account_concerns_all_its_tokens_and_no_others()
    {
        string[] secrets = [_node.Store(1, userId: 7), _node.Store(2, userId: 7), _node.Store(3, userId: 8)];
        var admin = _node.StoreAdmin(1, creatorId: 7);
        await VerifyAllAsync([.. secrets, admin]);

        _node.Verifiers.EvictAccount(7);

        await VerifyAllAsync([.. secrets, admin]);
        _node.Personal.Reads.ShouldBe(3 + 2);
        _node.Admin.Reads.ShouldBe(1 + 1);
    }

    [Fact]
    public async Task An_account_is_forgotten_each_time()
    {
        var secret = _node.Store(1, userId: 7);
        for (var time = 1; time <= 5; time++)
        {
            await VerifyAllAsync(secret, secret);
            _node.Personal.Reads.ShouldBe(time);
            _node.Verifiers.EvictAccount(7);
        }
    }

    [Theory]
    [InlineData(RevokedSubject.Pat)]
    [InlineData(RevokedSubject.Account)]
    public async Task What_is_forgotten_while_it_is_read_is_read_again(RevokedSubject subject)
    {
        await _node.ReadRevocationsAsync();
        var secret = _node.Store(id: 1, userId: 7);
        _node.Personal.Answering = _ =>
        {
            // The read has found the token; now it is revoked, and all who come later must not get it.
            _node.Personal.Answering = _ => Task.CompletedTask;
            _node.Personal.Delete(1);
            Evict(subject, subject == RevokedSubject.Pat ? 1 : 7);
            return Task.CompletedTask;
        };

        (await _node.IsAcceptedAsync(secret)).ShouldBeFalse();
        (await _node.IsAcceptedAsync(secret)).ShouldBeFalse();
        _node.Personal.Reads.ShouldBe(2);
    }

    [Theory]
    [InlineData(RevokedSubject.Pat, 2)]
    [InlineData(RevokedSubject.Account, 8)]
    [InlineData(RevokedSubject.AdminToken, 1)]
    public async Task Forgetting_something_else_disturbs_no_read(RevokedSubject subject, long id)
    {
        await _node.ReadRevocationsAsync();
        var secret = _node.Store(id: 1, userId: 7);
        _node.Personal.Answering = _ =>
        {
            Evict(subject, id);
            return Task.CompletedTask;
        };

        await VerifyAllAsync(secret, secret);

        _node.Personal.Reads.ShouldBe(1);
    }

    [Fact]
    public async Task A_token_that_is_changed_without_end_is_503()
    {
        var secret = _node.Store(id: 1, userId: 7);
        _node.Personal.Answering = _ =>
        {
            _node.Verifiers.EvictToken(1);
            return Task.CompletedTask;
        };

        await Should.ThrowAsync<ServiceUnavailableException>(() => _node.IsAcceptedAsync(secret));
    }

    [Fact]
    public async Task A_late_caller_does_not_join_an_old_read()
    {
        var answer = new TaskCompletionSource();
        var secret = _node.Store(id: 1, userId: 7);
        _node.Personal.Answering = _ => answer.Task;
        var early = _node.IsAcceptedAsync(secret);
        await _node.ReadsAsync(1);

        _node.Time.Advance(TimeSpan.FromMilliseconds(251));
        _node.Personal.Delete(1);
        _node.Personal.Answering = _ => Task.CompletedTask;

        (await _node.IsAcceptedAsync(secret)).ShouldBeFalse();
        answer.SetResult();
        await early;
        _node.Personal.Reads.ShouldBe(2);
    }

    [Fact]
    public void The_oldest_are_read_again_beyond_the_limit()
    {
        using var cache = new TokenCache(_node.Time);
        for (var id = 1; id <= TokenCache.MaxTokens + 1; id++)
        {
            cache.EndRead(cache.BeginRead(), $"selector {id}", StoredTokens.Token(id)).ShouldBeTrue();
        }

        cache.TryGet("selector 1", out _).ShouldBeFalse();
        cache.TryGet("selector 2", out var second).ShouldBeTrue();
        second!.Id.ShouldBe(2);
    }

    [Fact]
    public void What_was_forgotten_is_kept_only_while_an_older_read_is_under_way()
    {
        var forgettings = new Forgettings();
        forgettings.Token(1);
        forgettings.Count.ShouldBe(0);

        var (first, second) = (forgettings.Begin(), forgettings.Begin());
        forgettings.Token(2);
        var third = forgettings.Begin();
        forgettings.Account(3);
        forgettings.Count.ShouldBe(2);
        forgettings.End(second);
        forgettings.End(first);

        forgettings.Count.ShouldBe(1);
        forgettings.IsOutdated(third, StoredTokens.Token(2)).ShouldBeFalse();
        forgettings.End(third);
        forgettings.Count.ShouldBe(0);
    }

    private void Evict(RevokedSubject subject, long id)
    {
        switch (subject)
        {
            case RevokedSubject.Pat:
                _node.Verifiers.EvictToken(id);
                break;
            case RevokedSubject.AdminToken:
                _node.Verifiers.EvictAdminToken(id);
                break;
            default:
                _node.Verifiers.EvictAccount(id);
                break;
        }
    }

    private async Task VerifyAllAsync(params string[] secrets)
    {
        await _node.ReadRevocationsAsync();
        foreach (var secret in secrets)
        {
            (await _node.IsAcceptedAsync(secret)).ShouldBeTrue();
        }
    }
}
