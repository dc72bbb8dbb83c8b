using Microsoft.Extensions.Time.Testing;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Domain.UnitTests.Tokens;

/// <summary>docs/api.md, section 1.1: what a token is when it is created.</summary>
public class NewPatTests
{
    private static readonly TokenSecret Secret = TokenSecret.Generate();
    private static readonly DateTimeOffset Now = At.UtcMilliseconds("2027-01-01T00:00:00.000Z");
    private static readonly DateTimeOffset InAMonth = Now.AddDays(30);
    private static readonly ExpiryPolicy Unbounded = new(TimeSpan.FromDays(30), null);

    [Fact]
    public void A_token_without_a_description_gets_a_name() =>
        Create(null, InAMonth).Description.Value.ShouldBe($"Unnamed token {Secret.Selector[..8]}");

    [Fact]
    public void A_token_belongs_to_its_account_is_unseen_and_keeps_its_selector_and_the_hash_of_its_secret()
    {
        var pat = Create("mine ", InAMonth);

        pat.WithId(5).ShouldBe(new PersonalAccessToken(
            5, 7, TokenDescription.Create("mine "), Now, InAMonth, null));
        pat.Selector.ShouldBe(Secret.Selector);
        pat.Verifier.ShouldBe(Secret.Verifier());
    }

    [Fact]
    public void The_instant_of_creation_is_cut_off_to_the_millisecond() =>
        NewPat.Create(7, Secret, null, InAMonth, Unbounded, Now.AddTicks(9_999)).CreatedAt.ShouldBe(Now);

    [Theory]
    [InlineData("2027-06-01T12:00:00.1239999Z", "2027-06-01T12:00:00.123Z")]
    [InlineData("2027-06-01T12:00:00.9999999+05:45", "2027-06-01T06:15:00.999Z")]
    [InlineData("9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z")]
    [InlineData("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.999Z")]
    [InlineData("2027-01-01T00:00:00.001Z", "2027-01-01T00:00:00.001Z")]
    public void The_expiry_is_kept_to_the_millisecond_in_UTC(string requested, string kept)
    {
        var pat = Create(null, At.UtcMilliseconds(requested));

        pat.ExpiresAt.ShouldBe(At.UtcMilliseconds(kept));
        pat.ExpiresAt.Offset.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void A_token_is_valid_to_the_last_moment_before_its_expiry_and_expired_from_that_instant_on()
    {
        var clock = new FakeTimeProvider(Now);
        var pat = Create(null, Now.AddSeconds(1).AddTicks(9_999)).WithId(1);

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
    public void No_token_is_created_expired(string expiresAt) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Create(null, At.UtcMilliseconds(expiresAt)));

    [Theory]
    [InlineData("")]
    [InlineData("  \t")]
    [InlineData("a\0b")]
    public void No_token_is_created_with_an_unusable_description(string description) =>
        Should.Throw<ArgumentException>(() => Create(description, InAMonth));

    [Fact]
    public void No_token_is_created_with_a_description_of_256_characters() =>
        Should.Throw<ArgumentException>(() => Create(new string('a', 256), InAMonth));

    private static NewPat Create(string? description, DateTimeOffset expiresAt) =>
        NewPat.Create(7, Secret, description, expiresAt, Unbounded, Now);
}
