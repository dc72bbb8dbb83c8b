using Unleash.Pat.AspNetCore.UnitTests.Support;
using Unleash.Pat.TestSupport;

namespace Unleash.Pat.AspNetCore.UnitTests;

/// <summary>Several requests at a time.</summary>
public sealed class SharingTests
{
    [Fact]
    public async Task Requests_of_one_token_share_a_question()
    {
        await using var package = await Package.ReadyAsync();
        var (token, gate) = Hold(package);

        var verifications = Enumerable.Range(0, 50).Select(_ => package.VerifyAsync(token)).ToList();
        await package.Service.QuestionsAsync(1);
        gate.Open();

        (await Task.WhenAll(verifications)).ShouldAllBe(status => status == UnleashPatStatus.Active);
        package.Service.AskedAbout(token.Text).ShouldBe(1);
    }

    [Theory]
    [InlineData(500, 1)]
    [InlineData(501, 2)]
    public async Task A_question_that_was_begun_more_than_half_a_second_ago_is_not_joined(int milliseconds, int questions)
    {
        await using var package = await Package.ReadyAsync();
        var (token, gate) = Hold(package);
        var first = package.VerifyAsync(token);
        await package.Service.QuestionsAsync(1);

        package.Time.Advance(TimeSpan.FromMilliseconds(milliseconds));
        var second = package.VerifyAsync(token);
        await package.Service.QuestionsAsync(questions);
        gate.Open();

        (await first).ShouldBe(UnleashPatStatus.Active);
        (await second).ShouldBe(UnleashPatStatus.Active);
        package.Service.AskedAbout(token.Text).ShouldBe(questions);
    }

    [Fact]
    public async Task Without_the_feed_no_earlier_question_is_joined()
    {
        await using var package = await Package.ReadyAsync();
        package.Service.Feed.Status = System.Net.HttpStatusCode.ServiceUnavailable;
        package.Service.Feed.Cut();
        await package.ReadingAsync("unleash_pat.feed.cuts", 1);
        var (token, gate) = Hold(package);
        var first = package.VerifyAsync(token);
        await package.Service.QuestionsAsync(1);

        package.Time.Advance(TimeSpan.FromMilliseconds(1));
        var second = package.VerifyAsync(token);
        await package.Service.QuestionsAsync(2);
        gate.Open();

        await Task.WhenAll(first, second);
    }

    [Fact]
    public async Task A_request_that_joined_asks_for_itself_where_the_token_was_named_a_moment_ago()
    {
        await using var package = await Package.ReadyAsync();
        var (token, gate) = Hold(package);
        await package.HeardAsync(() => package.Service.Feed.Revoked($"\"{token.Id}\""));
        var first = package.VerifyAsync(token);
        await package.Service.QuestionsAsync(1);
        package.Time.Advance(TimeSpan.FromMilliseconds(400));
        var second = package.VerifyAsync(token);

        package.Service.Revoke(token.Text);
        gate.Open();

        (await first).ShouldBe(UnleashPatStatus.Active);
        (await second).ShouldBe(UnleashPatStatus.Inactive);
    }

    [Fact]
    public async Task A_request_that_is_given_up_takes_no_answer_from_the_others()
    {
        await using var package = await Package.ReadyAsync();
        var (token, gate) = Hold(package);
        using var gone = new CancellationTokenSource();
        var first = package.Verifier.VerifyAsync(token.Text, gone.Token).AsTask();
        var second = package.VerifyAsync(token);
        await package.Service.QuestionsAsync(1);

        await gone.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => first);
        gate.Open();

        (await second).ShouldBe(UnleashPatStatus.Active);
    }

    [Fact]
    public async Task Only_so_many_questions_are_on_their_way_at_a_time()
    {
        await using var package = await Package.ReadyAsync();
        var gate = new Gate();
        package.Service.Delay = _ => gate.Wait;

        var verifications = Enumerable.Range(100, 200).Select(number => package.VerifyAsync(new TestToken(number))).ToList();
        await package.Service.QuestionsAsync(64);
        gate.Open();

        (await Task.WhenAll(verifications)).ShouldAllBe(status => status == UnleashPatStatus.Inactive);
        package.Service.MostAtATime.ShouldBe(64);
    }

    [Fact]
    public async Task Many_threads_verify_while_tokens_are_named()
    {
        await using var package = await Package.ReadyAsync();
        var tokens = Enumerable.Range(1, 20).Select(number => package.Issue(new TestToken(number))).ToList();
        var done = 0;
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (var round = 0; round < 100; round++)
            {
                foreach (var token in tokens.Skip(10))
                {
                    (await package.VerifyAsync(token)).ShouldBe(UnleashPatStatus.Active);
                }
            }

            Interlocked.Increment(ref done);
        })).ToList();

        foreach (var token in tokens.Take(10))
        {
            await package.VerifyAsync(token);
            package.Service.Revoke(token.Text);
            await package.HeardAsync(() => package.Service.Feed.Revoked($"\"{token.Id}\""));
            (await package.VerifyAsync(token)).ShouldBe(UnleashPatStatus.Inactive);
        }

        await Task.WhenAll(readers);
        (await Eventually.GetAsync(() => Task.FromResult(done), seen => seen == 4, null, Cancel.Test)).ShouldBe(4);
    }

    private static (TestToken Token, Gate Gate) Hold(Package package)
    {
        var gate = new Gate();
        package.Service.Delay = _ => gate.Wait;
        return (package.Issue(new TestToken(7)), gate);
    }
}
