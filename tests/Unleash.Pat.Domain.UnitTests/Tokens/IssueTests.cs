using Microsoft.Extensions.Time.Testing;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Domain.UnitTests.Tokens;

/// <summary>docs/api.md, section 1.1: what a token is when it is issued.</summary>
public class IssueTests
{
    private const string Selector = "AbCdEfGh-_0123456789Zz";

    private static readonly DateTimeOffset Now = At.UtcMilliseconds("2027-01-01T00:00:00.000Z");
    private static readonly ExpiryPolicy Unbounded = new(TimeSpan.FromDays(30), null);

    [Fact]
    public void A_token_without_description_and_expiry_gets_a_name_and_the_default_lifetime()
    {
        var pat = PersonalAccessToken.Issue(7, Selector, null, null, Unbounded, Now);

        pat.Description.ShouldBe("Unnamed token AbCdEfGh");
        pat.ExpiresAt.ShouldBe(At.UtcMilliseconds("2027-01-31T00:00:00.000Z"));
    }

    [Fact]
    public void A_token_is_its_accounts_is_unseen_and_keeps_its_selector()
    {
        var pat = PersonalAccessToken.Issue(7, Selector, "mine ", null, Unbounded, Now);

        pat.ShouldBe(new PersonalAccessToken(0, 7, "mine ", Selector, Now, Now.AddDays(30), null));
    }

    [Fact]
    public void The_instant_of_issue_is_cut_off_to_the_millisecond()
    {
        var pat = PersonalAccessToken.Issue(7, Selector, null, null, Unbounded, Now.AddTicks(9_999));

        pat.CreatedAt.ShouldBe(Now);
        pat.ExpiresAt.ShouldBe(Now.AddDays(30));
    }

    [Theory]
    [InlineData("2027-06-01T12:00:00.1239999Z", "2027-06-01T12:00:00.123Z")]
    [InlineData("2027-06-01T12:00:00.9999999+05:45", "2027-06-01T06:15:00.999Z")]
    [InlineData("9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z")]
    [InlineData("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.999Z")]
    [InlineData("2027-01-01T00:00:00.001Z", "2027-01-01T00:00:00.001Z")]
    public void The_wished_expiry_is_kept_to_the_millisecond_in_UTC(string wished, string kept)
    {
        var pat = PersonalAccessToken.Issue(7, Selector, null, At.UtcMilliseconds(wished), Unbounded, Now);

        pat.ExpiresAt.ShouldBe(At.UtcMilliseconds(kept));
        pat.ExpiresAt.Offset.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void A_token_lives_to_the_last_moment_before_its_expiry_and_is_dead_from_that_instant_on()
    {
        var clock = new FakeTimeProvider(Now);
        var pat = PersonalAccessToken.Issue(
            7, Selector, null, Now.AddSeconds(1).AddTicks(9_999), Unbounded, clock.GetUtcNow());

        clock.Advance(TimeSpan.FromSeconds(1) - TimeSpan.FromTicks(1));
        pat.IsExpired(clock.GetUtcNow()).ShouldBeFalse();
        clock.Advance(TimeSpan.FromTicks(1));
        pat.IsExpired(clock.GetUtcNow()).ShouldBeTrue();
        clock.Advance(TimeSpan.FromMilliseconds(1));
        pat.IsExpired(clock.GetUtcNow()).ShouldBeTrue();
    }

    [Theory]
    [InlineData("2027-01-01T00:00:00.000Z")]
    [InlineData("2027-01-01T00:00:00.0009999Z")]
    [InlineData("2026-12-31T23:59:59.999Z")]
    [InlineData("0001-01-01T00:00:00.000Z")]
    public void No_token_is_issued_dead(string wished) => Should.Throw<ArgumentOutOfRangeException>(
        () => PersonalAccessToken.Issue(7, Selector, null, At.UtcMilliseconds(wished), Unbounded, Now));

    [Theory]
    [InlineData("")]
    [InlineData("  \t")]
    [InlineData("a\0b")]
    public void No_token_is_issued_with_an_unusable_description(string description) => Should.Throw<ArgumentException>(
        () => PersonalAccessToken.Issue(7, Selector, description, null, Unbounded, Now));

    [Fact]
    public void No_token_is_issued_with_a_description_of_256_characters() => Should.Throw<ArgumentException>(
        () => PersonalAccessToken.Issue(7, Selector, new string('a', 256), null, Unbounded, Now));
}
