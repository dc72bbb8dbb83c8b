using System.Security.Cryptography;
using System.Text;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Domain.UnitTests.Users;

public sealed class PasswordLinkTokenTests
{
    [Fact]
    public void A_token_has_letters_and_digits_alone_and_none_comes_twice()
    {
        var tokens = Enumerable.Range(0, 200).Select(_ => PasswordLinkToken.Generate()).ToList();

        tokens.ShouldAllBe(token => token.Reveal().Length == 65 && token.Reveal().All(char.IsAsciiLetterOrDigit));
        tokens.Select(token => token.Selector).ShouldBeUnique();
        tokens.Select(token => token.Reveal()[PasswordLinkToken.SelectorLength..]).ShouldBeUnique();
    }

    [Fact]
    public void The_verifier_is_SHA_256_of_the_whole_token_and_the_token_prints_stars()
    {
        var token = PasswordLinkToken.Generate();

        token.Verifier().ShouldBe(SHA256.HashData(Encoding.ASCII.GetBytes(token.Reveal())));
        new PasswordLinkToken(token.Reveal()).Selector.ShouldBe(token.Selector);
        $"{token}".ShouldBe("***");
    }

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa_")]
    [InlineData("éaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void Another_text_has_no_selector(string text) => new PasswordLinkToken(text).Selector.ShouldBeNull();
}
