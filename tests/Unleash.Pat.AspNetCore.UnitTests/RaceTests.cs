using Unleash.Pat.AspNetCore.UnitTests.Support;

namespace Unleash.Pat.AspNetCore.UnitTests;

/// <summary>Answers that a revocation overtakes.</summary>
public sealed class RaceTests
{
    [Theory]
    [InlineData("\"7\"", "")]
    [InlineData("", "\"42\"")]
    public async Task An_answer_of_before_a_revocation_does_not_count(string tokens, string accounts)
    {
        await using var package = await Package.ReadyAsync();
        var token = package.Issue(new TestToken(7) { Account = "42" });
        var gate = HoldFirst(package);
        var verification = package.VerifyAsync(token);
        await package.Service.QuestionsAsync(1);

        package.Service.Revoke(token.Text);
        await package.HeardAsync(() => package.Service.Feed.Revoked(tokens, accounts));
        gate.Open();

        (await verification).ShouldBe(UnleashPatStatus.Inactive);
        package.Service.AskedAbout(token.Text).ShouldBe(2);
    }

    [Fact]
    public async Task Nor_does_it_where_ten_thousand_others_were_named_in_between()
    {
        await using var package = await Package.ReadyAsync();
        var token = package.Issue(new TestToken(7));
        var gate = HoldFirst(package);
        var verification = package.VerifyAsync(token);
        await package.Service.QuestionsAsync(1);

        package.Service.Revoke(token.Text);
        await package.HeardAsync(() => package.Service.Feed.Revoked("\"7\""));
        for (var part = 0; part < 11; part++)
        {
            var ids = string.Join(',', Enumerable.Range(100_000 + (part * 10_000), 10_000).Select(id => $"\"{id}\""));
            await package.HeardAsync(() => package.Service.Feed.Revoked(ids));
        }

        gate.Open();

        (await verification).ShouldBe(UnleashPatStatus.Inactive);
    }

    [Fact]
    public async Task An_answer_about_another_token_counts()
    {
        await using var package = await Package.ReadyAsync();
        var token = package.Issue(new TestToken(7));
        var gate = HoldFirst(package);
        var verification = package.VerifyAsync(token);
        await package.Service.QuestionsAsync(1);

        await package.HeardAsync(() => package.Service.Feed.Revoked("\"8\"", "\"8\""));
        gate.Open();

        (await verification).ShouldBe(UnleashPatStatus.Active);
        (await package.RemembersAsync(token)).ShouldBeTrue();
        package.Service.AskedAbout(token.Text).ShouldBe(1);
    }

    [Theory]
    [InlineData("\"7\"", "")]
    [InlineData("", "\"42\"")]
    public async Task What_was_named_in_the_last_two_seconds_is_not_remembered(string tokens, string accounts)
    {
        await using var package = await Package.ReadyAsync();
        var token = package.Issue(new TestToken(7) { Account = "42" });
        await package.HeardAsync(() => package.Service.Feed.Revoked(tokens, accounts));

        await package.PassAsync(TimeSpan.FromMilliseconds(1_999));
        (await package.RemembersAsync(token)).ShouldBeFalse("Another node may still answer from its memory.");

        await package.PassAsync(TimeSpan.FromMilliseconds(1));
        (await package.RemembersAsync(token)).ShouldBeTrue();
    }

    [Fact]
    public async Task The_two_seconds_are_counted_to_the_question_and_not_to_its_answer()
    {
        await using var package = await Package.ReadyAsync();
        var token = package.Issue(new TestToken(7));
        await package.HeardAsync(() => package.Service.Feed.Revoked("\"7\""));
        var gate = HoldFirst(package);
        var verification = package.VerifyAsync(token);
        await package.Service.QuestionsAsync(1);

        await package.PassAsync(TimeSpan.FromSeconds(3));
        gate.Open();
        (await verification).ShouldBe(UnleashPatStatus.Active);

        await package.VerifyAsync(token);
        package.Service.AskedAbout(token.Text).ShouldBe(2);
    }

    [Fact]
    public async Task An_answer_after_a_gap_is_not_remembered()
    {
        await using var package = await Package.ReadyAsync();
        var token = package.Issue(new TestToken(7));
        var gate = HoldFirst(package);
        var verification = package.VerifyAsync(token);
        await package.Service.QuestionsAsync(1);

        await package.HeardAsync(package.Service.Feed.Cut);
        gate.Open();

        (await verification).ShouldBe(UnleashPatStatus.Active);
        var asked = package.Service.AskedAbout(token.Text);
        await package.VerifyAsync(token);
        package.Service.AskedAbout(token.Text).ShouldBe(asked + 1);
    }

    [Fact]
    public async Task Without_the_feed_an_answer_that_took_longer_than_a_second_is_asked_for_again()
    {
        await using var package = await LostAsync();
        var token = package.Issue(new TestToken(7));
        var gate = HoldFirst(package);
        var verification = package.VerifyAsync(token);
        await package.Service.QuestionsAsync(1);

        package.Time.Advance(TimeSpan.FromMilliseconds(1_001));
        package.Service.Revoke(token.Text);
        gate.Open();

        (await verification).ShouldBe(UnleashPatStatus.Inactive);
        package.Service.AskedAbout(token.Text).ShouldBe(2);
    }

    [Fact]
    public async Task Where_every_answer_takes_so_long_the_service_counts_as_unreachable()
    {
        await using var package = await LostAsync();
        var token = package.Issue(new TestToken(7));
        package.Service.Delay = _ =>
        {
            package.Time.Advance(TimeSpan.FromMilliseconds(1_001));
            return Task.CompletedTask;
        };

        (await package.VerifyAsync(token)).ShouldBe(UnleashPatStatus.Unreachable);

        package.Service.AskedAbout(token.Text).ShouldBe(3);
    }

    [Fact]
    public async Task Without_the_feed_an_answer_within_a_second_counts()
    {
        await using var package = await LostAsync();
        var token = package.Issue(new TestToken(7));
        package.Service.Delay = _ =>
        {
            package.Time.Advance(TimeSpan.FromMilliseconds(1_000));
            return Task.CompletedTask;
        };

        (await package.VerifyAsync(token)).ShouldBe(UnleashPatStatus.Active);

        package.Service.AskedAbout(token.Text).ShouldBe(1);
    }

    /// <summary>Holds the first answer back; later ones are given at once.</summary>
    private static Gate HoldFirst(Package package)
    {
        var gate = new Gate();
        var first = package.Service.Questions.Count + 1;
        package.Service.Delay = number => number == first ? gate.Wait : Task.CompletedTask;
        return gate;
    }

    private static async Task<Package> LostAsync()
    {
        var package = await Package.ReadyAsync();
        package.Service.Feed.Status = System.Net.HttpStatusCode.ServiceUnavailable;
        package.Service.Feed.Cut();
        await package.ReadingAsync("unleash_pat.feed.cuts", 1);
        return package;
    }
}
