using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Domain.UnitTests.Tokens;

public sealed class AdminTokenSecretTests
{
    [Fact]
    public void It_has_the_contracts_form_and_a_checksum()
    {
        var secret = TokenSecret.GenerateAdmin();

        secret.Reveal().ShouldMatch(@"^\*:\*\.[A-Za-z0-9_-]{22}_[A-Za-z0-9_-]{43}$");
        secret.Reveal().Substring(4, 22).ShouldBe(secret.Selector);
        TokenSecret.HasValidChecksum(secret.Reveal()).ShouldBeTrue();
        secret.ToString().ShouldBe($"*:*.{secret.Selector}_***");
    }

    [Fact]
    public void It_is_distinguished_from_a_personal_one()
    {
        var admin = TokenSecret.GenerateAdmin();
        var personal = TokenSecret.Generate();

        TokenSecret.TryParse(admin.Reveal(), out var parsed).ShouldBeTrue();
        parsed.Kind.ShouldBe(TokenKind.Admin);
        parsed.Selector.ToString().ShouldBe(admin.Selector);
        parsed.Matches(admin.Verifier()).ShouldBeTrue();
        parsed.Matches(personal.Verifier()).ShouldBeFalse();
        TokenSecret.TryParse(personal.Reveal(), out var other).ShouldBeTrue();
        other.Kind.ShouldBe(TokenKind.Personal);
    }

    [Fact]
    public void The_prefix_is_part_of_what_is_verified()
    {
        var admin = TokenSecret.GenerateAdmin();
        var disguised = TokenSecret.Prefix + admin.Reveal()[TokenSecret.AdminPrefix.Length..];

        TokenSecret.TryParse(disguised, out var parsed).ShouldBeTrue();
        parsed.Matches(admin.Verifier()).ShouldBeFalse();
        TokenSecret.HasValidChecksum(disguised).ShouldBeFalse();
    }

    [Theory]
    [InlineData("*:*.")]
    [InlineData("*:*.some-configured-token")]
    [InlineData("*.*.name")]
    public void Other_admin_tokens_have_another_form(string text) => TokenSecret.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void A_longer_or_shorter_text_is_none()
    {
        var text = TokenSecret.GenerateAdmin().Reveal();

        TokenSecret.TryParse(text + "A", out _).ShouldBeFalse();
        TokenSecret.TryParse(text.AsSpan(..^1), out _).ShouldBeFalse();
    }
}
