using Unleash.Pat.AspNetCore.UnitTests.Support;

namespace Unleash.Pat.AspNetCore.UnitTests;

/// <summary>What is remembered, and for how long.</summary>
public sealed class RememberingTests
{
    [Fact]
    public async Task A_valid_token_is_asked_about_once()
    {
        await using var package = await Package.ReadyAsync();
        var token = package.Issue(new TestToken(7));

        (await package.RemembersAsync(token)).ShouldBeTrue();

        package.Service.AskedAbout(token.Text).ShouldBe(1);
        package.Reading("unleash_pat.verifications.remembered").ShouldBe(1);
        package.Reading("unleash_pat.verifications.asked").ShouldBe(1);
        package.Reading("unleash_pat.tokens.remembered").ShouldBe(1);
    }

    [Fact]
    public async Task It_is_asked_about_again_after_RememberFor()
    {
        await using var package = await Package.ReadyAsync(options => options.RememberFor = TimeSpan.FromSeconds(3));
        var token = package.Issue(new TestToken(7));
        await package.VerifyAsync(token);

        await package.PassAsync(TimeSpan.FromMilliseconds(2_999));
        await package.VerifyAsync(token);
        package.Service.AskedAbout(token.Text).ShouldBe(1);

        await package.PassAsync(TimeSpan.FromMilliseconds(1));
        await package.VerifyAsync(token);
        package.Service.AskedAbout(token.Text).ShouldBe(2);
    }

    [Fact]
    public async Task With_RememberFor_zero_it_is_asked_about_each_time()
    {
        await using var package = await Package.ReadyAsync(options => options.RememberFor = TimeSpan.Zero);

        (await package.RemembersAsync(package.Issue(new TestToken(7)))).ShouldBeFalse();
    }

    [Fact]
    public async Task It_is_asked_about_again_once_it_has_expired()
    {
        await using var package = await Package.ReadyAsync();
        var token = package.Issue(new TestToken(7) { ExpiresAt = Package.Now.AddSeconds(4) });
        (await package.VerifyAsync(token)).ShouldBe(UnleashPatStatus.Active);
        package.Service.Revoke(token.Text);

        await package.PassAsync(TimeSpan.FromMilliseconds(1_999));
        (await package.VerifyAsync(token)).ShouldBe(UnleashPatStatus.Active);

        await package.PassAsync(TimeSpan.FromMilliseconds(1));
        (await package.VerifyAsync(token)).ShouldBe(UnleashPatStatus.Inactive);
    }

    [Fact]
    public async Task Before_the_feed_is_alive_nothing_is_remembered()
    {
        await using var package = await Package.StartAsync(options => options.Authority += "/");
        package.Service.Feed.Cut();
        package.Service.Feed.Greeting = ": nothing yet\n\n";
        package.Service.Feed.Cut();
        await package.ReadingAsync("unleash_pat.feed.alive", 0);
        package.Time.Advance(TimeSpan.FromSeconds(3));

        (await package.RemembersAsync(package.Issue(new TestToken(7)))).ShouldBeFalse();
    }

    [Fact]
    public async Task For_two_seconds_after_a_start_nothing_is_remembered()
    {
        await using var package = await Package.StartAsync();
        var token = package.Issue(new TestToken(7));
        await package.ReadingAsync("unleash_pat.feed.alive", 1);

        await package.PassAsync(TimeSpan.FromMilliseconds(1_999));
        (await package.RemembersAsync(token)).ShouldBeFalse("Another node may not have read yet what was revoked before the start.");

        await package.PassAsync(TimeSpan.FromMilliseconds(1));
        (await package.RemembersAsync(token)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_text_that_is_no_valid_token_is_remembered_for_three_seconds()
    {
        await using var package = await Package.ReadyAsync();
        var token = new TestToken(7);
        await package.VerifyAsync(token);
        package.Issue(token);

        await package.PassAsync(TimeSpan.FromMilliseconds(2_999));
        (await package.VerifyAsync(token)).ShouldBe(UnleashPatStatus.Inactive);
        package.Service.AskedAbout(token.Text).ShouldBe(1);

        await package.PassAsync(TimeSpan.FromMilliseconds(1));
        (await package.VerifyAsync(token)).ShouldBe(UnleashPatStatus.Active);
        package.Reading("unleash_pat.verifications.refused").ShouldBe(2);
    }

    [Fact]
    public async Task Invented_tokens_push_out_no_valid_one()
    {
        await using var package = await Package.ReadyAsync(options => options.MaxRemembered = 2);
        var token = package.Issue(new TestToken(7));
        await package.VerifyAsync(token);

        await Task.WhenAll(Enumerable.Range(100, 200).Select(number => package.VerifyAsync(new TestToken(number))));

        await package.VerifyAsync(token);
        package.Service.AskedAbout(token.Text).ShouldBe(1);
        package.Service.MostAtATime.ShouldBeLessThanOrEqualTo(64);
    }

    [Fact]
    public async Task No_more_than_MaxRemembered_are_remembered_and_those_in_use_stay()
    {
        await using var package = await Package.ReadyAsync(options => options.MaxRemembered = 3);
        var used = package.Issue(new TestToken(7));
        await package.VerifyAsync(used);

        for (var number = 100; number < 120; number++)
        {
            await package.VerifyAsync(package.Issue(new TestToken(number)));
            await package.VerifyAsync(used);
        }

        package.Reading("unleash_pat.tokens.remembered").ShouldBe(3);
        package.Service.AskedAbout(used.Text).ShouldBe(1);
    }
}
