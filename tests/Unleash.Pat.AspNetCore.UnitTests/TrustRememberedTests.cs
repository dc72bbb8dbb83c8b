using System.Net;
using Unleash.Pat.AspNetCore.UnitTests.Support;

namespace Unleash.Pat.AspNetCore.UnitTests;

/// <summary>A program that would rather serve than be sure.</summary>
public sealed class TrustRememberedTests
{
    [Fact]
    public async Task What_was_remembered_is_trusted_for_TrustFor_and_no_longer()
    {
        await using var package = await ReadyAsync();
        var (token, other) = (package.Issue(new TestToken(7)), package.Issue(new TestToken(8)));
        (await package.RemembersAsync(token)).ShouldBeTrue();
        await LoseAsync(package);

        (await package.VerifyAsync(token)).ShouldBe(UnleashPatStatus.Active);
        (await package.VerifyAsync(other)).ShouldBe(UnleashPatStatus.Unreachable);
        package.Reading("unleash_pat.verifications.trusted").ShouldBe(1);

        package.Time.Advance(TimeSpan.FromMinutes(10));
        (await package.VerifyAsync(token)).ShouldBe(UnleashPatStatus.Active);

        package.Time.Advance(TimeSpan.FromMilliseconds(1));
        (await package.VerifyAsync(token)).ShouldBe(UnleashPatStatus.Unreachable);
    }

    [Fact]
    public async Task Not_by_default()
    {
        await using var package = await Package.ReadyAsync();
        var token = package.Issue(new TestToken(7));
        (await package.RemembersAsync(token)).ShouldBeTrue();
        await LoseAsync(package);

        (await package.VerifyAsync(token)).ShouldBe(UnleashPatStatus.Unreachable);
    }

    [Fact]
    public async Task A_service_that_answers_is_asked()
    {
        await using var package = await ReadyAsync();
        var token = package.Issue(new TestToken(7));
        (await package.RemembersAsync(token)).ShouldBeTrue();
        await LoseAsync(package);
        package.Service.IntrospectionStatus = HttpStatusCode.OK;
        package.Service.Revoke(token.Text);

        (await package.VerifyAsync(token)).ShouldBe(UnleashPatStatus.Inactive);

        package.Service.IntrospectionStatus = HttpStatusCode.ServiceUnavailable;
        package.Time.Advance(TimeSpan.FromSeconds(3));
        (await package.VerifyAsync(token)).ShouldBe(UnleashPatStatus.Unreachable, "What it said last counts.");
    }

    [Fact]
    public async Task Refused_credentials_are_no_absence()
    {
        await using var package = await ReadyAsync();
        var token = package.Issue(new TestToken(7));
        (await package.RemembersAsync(token)).ShouldBeTrue();
        await LoseAsync(package);
        package.Service.IntrospectionStatus = HttpStatusCode.Forbidden;

        (await package.VerifyAsync(token)).ShouldBe(UnleashPatStatus.Unreachable);
    }

    [Fact]
    public async Task What_was_revoked_before_the_loss_stays_refused()
    {
        await using var package = await ReadyAsync();
        var token = package.Issue(new TestToken(7));
        (await package.RemembersAsync(token)).ShouldBeTrue();
        await package.HeardAsync(() => package.Service.Feed.Revoked("\"7\""));
        await LoseAsync(package);

        (await package.VerifyAsync(token)).ShouldBe(UnleashPatStatus.Unreachable);
    }

    [Fact]
    public async Task A_silent_service_is_lost_too()
    {
        await using var package = await ReadyAsync();
        var token = package.Issue(new TestToken(7));
        (await package.RemembersAsync(token)).ShouldBeTrue();
        package.Service.IntrospectionStatus = HttpStatusCode.ServiceUnavailable;
        package.Service.Feed.Status = HttpStatusCode.ServiceUnavailable;

        package.Time.Step(TimeSpan.FromMinutes(1));

        (await package.VerifyAsync(token)).ShouldBe(UnleashPatStatus.Active);
        package.Time.Step(TimeSpan.FromMinutes(10));
        (await package.VerifyAsync(token)).ShouldBe(UnleashPatStatus.Unreachable);
    }

    [Fact]
    public async Task The_next_start_discards_it()
    {
        await using var package = await ReadyAsync();
        var token = package.Issue(new TestToken(7));
        (await package.RemembersAsync(token)).ShouldBeTrue();
        package.Service.IntrospectionStatus = HttpStatusCode.ServiceUnavailable;

        await package.HeardAsync(package.Service.Feed.Cut);

        package.Reading("unleash_pat.feed.alive").ShouldBe(1);
        (await package.VerifyAsync(token)).ShouldBe(UnleashPatStatus.Unreachable);
    }

    [Fact]
    public async Task While_one_request_waits_for_a_silent_service_the_others_do_not()
    {
        await using var package = await ReadyAsync();
        var token = package.Issue(new TestToken(7));
        (await package.RemembersAsync(token)).ShouldBeTrue();
        await LoseAsync(package);
        (await package.VerifyAsync(token)).ShouldBe(UnleashPatStatus.Active);
        var gate = new Gate();
        package.Service.Delay = _ => gate.Wait;
        package.Time.Advance(TimeSpan.FromSeconds(1));
        var asked = package.Service.Questions.Count;

        var first = package.VerifyAsync(token);
        await package.Service.QuestionsAsync(asked + 1);
        (await package.VerifyAsync(token)).ShouldBe(UnleashPatStatus.Active);

        package.Service.Questions.Count.ShouldBe(asked + 1);
        gate.Open();
        (await first).ShouldBe(UnleashPatStatus.Active);
    }

    private static Task<Package> ReadyAsync() => Package.ReadyAsync(
        options => (options.WhenUnreachable, options.TrustFor) = (WhenUnreachable.TrustRemembered, TimeSpan.FromMinutes(10)));

    private static async Task LoseAsync(Package package)
    {
        package.Service.IntrospectionStatus = HttpStatusCode.ServiceUnavailable;
        package.Service.Feed.Status = HttpStatusCode.ServiceUnavailable;
        package.Service.Feed.Cut();
        await package.ReadingAsync("unleash_pat.feed.cuts", 1);
    }
}
