using System.Net;
using Unleash.Pat.AspNetCore.UnitTests.Support;

namespace Unleash.Pat.AspNetCore.UnitTests;

/// <summary>What the revocation feed does to what is remembered.</summary>
public sealed class FeedTests
{
    [Theory]
    [InlineData("event: revoked\ndata: {\"tokens\":[\"7\"],\"accounts\":[]}\n\n")]
    [InlineData("event: revoked\ndata: {\"tokens\":[],\"accounts\":[\"42\"]}\n\n")]
    [InlineData("event: revoked\ndata: {\"accounts\":[\"42\"]}\n\n")]
    [InlineData("event: revoked\ndata: {\"tokens\":[7]}\n\n")]
    [InlineData(": a comment\r\nid: 5\r\nevent: revoked\r\ndata: {\"tokens\":\r\ndata: [\"7\"],\r\ndata:\"accounts\":[]}\r\n\r\n")]
    [InlineData("event:revoked\rdata:{\"tokens\":[\"1\",\"7\"],\"more\":1}\r\r")]
    public async Task A_named_token_is_asked_about_and_others_are_not(string named)
    {
        await using var package = await Package.ReadyAsync();
        var token = package.Issue(new TestToken(7) { Account = "42" });
        var other = package.Issue(new TestToken(8));
        (await package.RemembersAsync(token)).ShouldBeTrue();
        (await package.RemembersAsync(other)).ShouldBeTrue();
        package.Service.Revoke(token.Text);

        await package.HeardAsync(() => package.Service.Feed.Send(named));

        (await package.VerifyAsync(token)).ShouldBe(UnleashPatStatus.Inactive);
        (await package.VerifyAsync(other)).ShouldBe(UnleashPatStatus.Active);
        package.Service.AskedAbout(other.Text).ShouldBe(1);
    }

    [Fact]
    public async Task An_account_takes_all_its_tokens_with_it()
    {
        await using var package = await Package.ReadyAsync();
        var tokens = Enumerable.Range(1, 5).Select(number => package.Issue(new TestToken(number) { Account = "42" })).ToList();
        foreach (var token in tokens)
        {
            (await package.RemembersAsync(token)).ShouldBeTrue();
            package.Service.Revoke(token.Text);
        }

        await package.HeardAsync(() => package.Service.Feed.Revoked(accounts: "\"42\""));

        foreach (var token in tokens)
        {
            (await package.VerifyAsync(token)).ShouldBe(UnleashPatStatus.Inactive);
        }
    }

    [Fact]
    public async Task A_start_discards_everything()
    {
        await using var package = await Package.ReadyAsync();
        var token = package.Issue(new TestToken(7));
        (await package.RemembersAsync(token)).ShouldBeTrue();

        await package.HeardAsync(() => package.Service.Feed.Send("event: start\n\n"));

        package.Reading("unleash_pat.tokens.remembered").ShouldBe(0);
        await package.VerifyAsync(token);
        package.Service.AskedAbout(token.Text).ShouldBe(2);
    }

    [Fact]
    public async Task A_cut_discards_everything_and_the_feed_is_opened_at_once()
    {
        await using var package = await Package.ReadyAsync();
        var token = package.Issue(new TestToken(7));
        (await package.RemembersAsync(token)).ShouldBeTrue();

        await package.HeardAsync(package.Service.Feed.Cut);

        await package.VerifyAsync(token);
        package.Service.AskedAbout(token.Text).ShouldBe(2);
        package.Reading("unleash_pat.feed.cuts").ShouldBe(1);
        package.Reading("unleash_pat.feed.alive").ShouldBe(1);
        package.Logs.Lines.ShouldContain(line => line.Contains("The revocation feed was lost", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task After_750_ms_of_silence_nothing_counts(bool wallClockOnly)
    {
        await using var package = await Package.ReadyAsync();
        var token = package.Issue(new TestToken(7));
        (await package.RemembersAsync(token)).ShouldBeTrue();
        package.Service.Feed.Greeting = ": silence\n\n";

        Pass(750);
        await package.VerifyAsync(token);
        package.Service.AskedAbout(token.Text).ShouldBe(1);

        Pass(1);
        await package.VerifyAsync(token);
        package.Service.AskedAbout(token.Text).ShouldBe(2);
        (await package.RemembersAsync(token)).ShouldBeFalse();
        package.Reading("unleash_pat.feed.alive").ShouldBe(0);

        // A machine that was suspended notices by its wall clock alone.
        void Pass(int milliseconds)
        {
            if (wallClockOnly)
            {
                package.Time.Step(TimeSpan.FromMilliseconds(milliseconds));
            }
            else
            {
                package.Time.Advance(TimeSpan.FromMilliseconds(milliseconds));
            }
        }
    }

    [Fact]
    public async Task An_event_after_a_silence_does_not_bring_back_what_was_remembered()
    {
        await using var package = await Package.ReadyAsync();
        var token = package.Issue(new TestToken(7));
        (await package.RemembersAsync(token)).ShouldBeTrue();

        package.Time.Step(TimeSpan.FromHours(1));
        package.Service.Feed.Alive();
        await package.ReadingAsync("unleash_pat.feed.cuts", 1);

        await package.VerifyAsync(token);
        package.Service.AskedAbout(token.Text).ShouldBe(2);
    }

    [Theory]
    [InlineData("event: revoked\ndata: all of them\n\n")]
    [InlineData("event: revoked\ndata: {\"tokens\":\"7\"}\n\n")]
    [InlineData("event: revoked\n\n")]
    public async Task An_event_that_makes_no_sense_discards_everything(string text)
    {
        await using var package = await Package.ReadyAsync();
        var token = package.Issue(new TestToken(7));
        (await package.RemembersAsync(token)).ShouldBeTrue();

        package.Service.Feed.Send(text);
        await package.ReadingAsync("unleash_pat.feed.cuts", 1);

        await package.VerifyAsync(token);
        package.Service.AskedAbout(token.Text).ShouldBe(2);
    }

    [Fact]
    public async Task A_line_without_end_is_not_kept()
    {
        await using var package = await Package.ReadyAsync();

        package.Service.Feed.Send($"data: {new string('x', 2 * 1024 * 1024)}");

        await package.ReadingAsync("unleash_pat.feed.cuts", 1);
    }

    [Fact]
    public async Task An_event_of_many_lines_is_not_kept()
    {
        await using var package = await Package.ReadyAsync();

        package.Service.Feed.Send(string.Concat(Enumerable.Repeat($"data: {new string('x', 1000)}\n", 2_000)));

        await package.ReadingAsync("unleash_pat.feed.cuts", 1);
    }

    [Fact]
    public async Task Comments_and_unknown_events_are_no_sign_of_life()
    {
        await using var package = await Package.ReadyAsync();
        var before = package.Reading("unleash_pat.feed.events");

        package.Service.Feed.Send(": comment\n\nevent: other\ndata: 1\n\n");
        await package.HeardAsync(package.Service.Feed.Alive);

        package.Reading("unleash_pat.feed.events").ShouldBe(before + 1);
    }

    [Fact]
    public async Task An_event_before_the_start_opens_nothing()
    {
        await using var package = await Package.ReadyAsync();
        package.Service.Feed.Greeting = "event: alive\n\n";

        package.Service.Feed.Cut();
        await package.ReadingAsync("unleash_pat.feed.cuts", 1);
        (await package.RemembersAsync(package.Issue(new TestToken(7)))).ShouldBeFalse();

        package.Service.Feed.Greeting = "event: start\n\n";
        await BackAsync(package);
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.NotFound)]
    public async Task A_feed_that_is_refused_is_tried_again(HttpStatusCode status)
    {
        await using var package = await Package.ReadyAsync();
        package.Service.Feed.Status = status;
        package.Service.Feed.Cut();
        await package.ReadingAsync("unleash_pat.feed.cuts", 1);
        (await package.RemembersAsync(package.Issue(new TestToken(7)))).ShouldBeFalse();

        package.Service.Feed.Status = HttpStatusCode.OK;
        await BackAsync(package);
    }

    [Fact]
    public async Task Another_kind_of_answer_is_no_feed()
    {
        await using var package = await Package.ReadyAsync();
        package.Service.Feed.ContentType = "text/html";
        package.Service.Feed.Cut();
        await package.ReadingAsync("unleash_pat.feed.cuts", 1);

        (await package.RemembersAsync(package.Issue(new TestToken(7)))).ShouldBeFalse();
    }

    // The pauses between tries are the clock's.
    private static async Task BackAsync(Package package)
    {
        while (package.Reading("unleash_pat.feed.alive") == 0)
        {
            package.Time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Delay(10, Cancel.Test);
        }

        await package.SettleAsync();
        (await package.RemembersAsync(package.Issue(new TestToken(9)))).ShouldBeTrue();
    }
}
