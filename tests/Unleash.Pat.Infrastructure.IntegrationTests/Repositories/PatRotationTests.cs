using Unleash.Pat.Application;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Infrastructure.IntegrationTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Repositories;

/// <summary>docs/api.md, section 8: rotations hold under any concurrency.</summary>
public abstract class PatRotationTests<TEngine>(DatabaseFixture<TEngine> fixture) : DatabaseTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private const int Rounds = 100;

    private IPatRepository Pats => Get<IPatRepository>();

    private ITokenVerifierStore Verifiers => Get<ITokenVerifierStore>(TokenKind.Personal);

    [Fact]
    public async Task Two_rotations_at_once_leave_one_latest_secret_and_at_most_one_other()
    {
        var user = await NewUserAsync();
        var created = NewPat(user, "rotated");
        var pat = await StoredAsync(created);
        List<string> selectors = [created.Selector];
        for (var round = 0; round < Rounds; round++)
        {
            var secrets = new[] { TokenSecret.Generate(), TokenSecret.Generate() };
            var results = await Task.WhenAll(secrets.Select(secret => Task.Run(() => RotateAsync(pat, secret, TimeSpan.FromMinutes(1)))));

            // An engine that does not lock rows lets the constraint refuse one.
            selectors.AddRange(secrets.Where((_, index) => results[index]).Select(secret => secret.Selector));
            var found = await Task.WhenAll(selectors[^Math.Min(selectors.Count, 4)..].Select(selector => Verifiers.FindAsync(selector, Cancel)));
            found.Count(token => token is { SupersededAt: null }).ShouldBe(1);
            found.Count(token => token!.SupersededAt > Now).ShouldBeLessThanOrEqualTo(1);
        }

        (await EventsAsync(user, EventType.PatRotated)).Count.ShouldBe(selectors.Count - 1);
    }

    [Fact]
    public async Task A_rotation_and_a_revocation_at_once_leave_no_secret()
    {
        var user = await NewUserAsync();
        for (var round = 0; round < Rounds; round++)
        {
            var created = NewPat(user, NewName());
            var pat = await StoredAsync(created);
            var secret = TokenSecret.Generate();

            await Task.WhenAll(
                Task.Run(() => RotateAsync(pat, secret, TimeSpan.FromMinutes(1))),
                Task.Run(() => Pats.DeleteAsync(user, pat.Id, Deleted(pat), Cancel)));

            (await Verifiers.FindAsync(created.Selector, Cancel)).ShouldBeNull();
            (await Verifiers.FindAsync(secret.Selector, Cancel)).ShouldBeNull();
        }

        (await EventsAsync(user, EventType.PatDeleted)).Count.ShouldBe(Rounds);
    }

    /// <summary>Another node's clock may be behind, and would find that a secret that ends now has not ended yet.</summary>
    [Fact]
    public async Task A_secret_that_ends_at_once_has_ended_on_every_clock_and_the_oldest_are_dropped()
    {
        var created = NewPat(await NewUserAsync(), "rotated often");
        var pat = await StoredAsync(created);
        var secrets = Enumerable.Range(0, 102).Select(_ => TokenSecret.Generate()).ToList();
        foreach (var secret in secrets)
        {
            (await RotateAsync(pat, secret, TimeSpan.Zero)).ShouldBeTrue();
        }

        (await Verifiers.FindAsync(secrets[^2].Selector, Cancel)).ShouldNotBeNull().SupersededAt.ShouldBe(DateTimeOffset.UnixEpoch);
        (await Verifiers.FindAsync(secrets[^1].Selector, Cancel)).ShouldNotBeNull().SupersededAt.ShouldBeNull();
        (await Verifiers.FindAsync(created.Selector, Cancel)).ShouldBeNull();
        (await Verifiers.FindAsync(secrets[10].Selector, Cancel)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_rotation_that_is_refused_in_the_transaction_changes_nothing()
    {
        var created = NewPat(await NewUserAsync(), "kept");
        var pat = await StoredAsync(created);

        await Should.ThrowAsync<RefusedException>(() => Pats.RotateAsync(
            pat.UserId, pat.Id, _ => throw new RefusedException(Errors.ExpiryNotInFuture), By(pat.UserId, EventType.PatRotated), Cancel));

        (await Verifiers.FindAsync(created.Selector, Cancel)).ShouldNotBeNull().SupersededAt.ShouldBeNull();
        (await EventsAsync(pat.UserId, EventType.PatRotated)).ShouldBeEmpty();
    }

    private async Task<bool> RotateAsync(PersonalAccessToken pat, TokenSecret secret, TimeSpan overlap)
    {
        try
        {
            var result = await Pats.RotateAsync(
                pat.UserId,
                pat.Id,
                found => PatRotation.Of(found, secret, found.ExpiresAt, overlap, Now),
                By(pat.UserId, EventType.PatRotated),
                Cancel);
            return result.Status == WriteStatus.Done;
        }
        catch (ServiceUnavailableException)
        {
            return false;
        }
    }
}
