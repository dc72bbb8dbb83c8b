using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Domain.UnitTests.Tokens;

/// <summary>docs/api.md, section 1.6.</summary>
public class TokenScopesTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("0")]
    [InlineData("deploy:write")]
    [InlineData("a:._/-9")]
    public void A_scope_begins_with_a_letter_or_digit_and_has_some_marks(string scope) =>
        TokenScopes.IsValid(scope).ShouldBeTrue();

    [Theory]
    [InlineData("")]
    [InlineData("A")]
    [InlineData(":a")]
    [InlineData("a b")]
    [InlineData("a\n")]
    [InlineData("ä")]
    [InlineData("a\"")]
    [InlineData("a*")]
    public void Anything_else_is_none(string scope) => TokenScopes.IsValid(scope).ShouldBeFalse();

    [Fact]
    public void A_scope_has_up_to_64_characters()
    {
        TokenScopes.IsValid(new string('a', 64)).ShouldBeTrue();
        TokenScopes.IsValid(new string('a', 65)).ShouldBeFalse();
    }

    [Fact]
    public void Every_fault_has_its_place_and_what_follows_the_first_too_many_is_not_looked_at()
    {
        string[] scopes = ["a", "B", "a", .. Enumerable.Range(0, 29).Select(number => $"s{number}"), "d", "NOT", "a"];

        TokenScopes.FindFaults(scopes).ShouldBe(
        [
            (1, TokenScopesFault.Malformed),
            (2, TokenScopesFault.Repeated),
            (32, TokenScopesFault.TooMany),
        ]);
        Should.Throw<ArgumentException>(() => TokenScopes.Create(scopes));
    }

    [Fact]
    public void The_longest_fit_into_their_column()
    {
        var scopes = TokenScopes.Create(Enumerable.Range(10, 32).Select(number => $"{number}{new string('a', 62)}"));

        scopes.ToString().Length.ShouldBe(TokenScopes.MaxTextLength);
        TokenScopes.FromStored(scopes.ToString()).ShouldBe(scopes);
    }

    [Theory]
    [InlineData("", "api:read", false)]
    [InlineData("", "api:write", false)]
    [InlineData("api:read", "api:read", true)]
    [InlineData("api:read", "api:write", false)]
    [InlineData("api:write", "api:read", true)]
    [InlineData("api:write", "api:write", true)]
    [InlineData("api:write", "deploy:write", false)]
    [InlineData("deploy:write", "api:read", false)]
    public void Writing_includes_reading_and_nothing_else_is_included(string scopes, string scope, bool isIncluded) =>
        TokenScopes.FromStored(scopes)!.Include(scope).ShouldBe(isIncluded);
}
