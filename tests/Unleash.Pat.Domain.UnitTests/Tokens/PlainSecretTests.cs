using System.Security.Cryptography;
using System.Text;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Domain.UnitTests.Tokens;

/// <summary>docs/api.md, section 2: tokens that Unleash stored in plain text work after they are imported.</summary>
public class PlainSecretTests
{
    private const string Plain = "user:98b555423fa020a3e67267fb8462fdb2ef5ab2f44eea6ccfd6b1d0ad";

    [Fact]
    public void It_is_found_by_a_selector_that_does_not_show_it()
    {
        TokenSecret.TryParse(Plain, out var presented).ShouldBeTrue();

        presented.Kind.ShouldBe(TokenKind.Personal);
        TokenSecret.IsSelector(presented.Selector).ShouldBeTrue();
        presented.Selector.ToString().ShouldBe(PlainSecret.SelectorOf(Plain));

        // What is stored must not be part of the verifier, or the other way round.
        Convert.ToBase64String(presented.ComputeVerifier()).ShouldNotStartWith(presented.Selector.ToString()[..8]);
        presented.Matches(SHA256.HashData(Encoding.ASCII.GetBytes(Plain))).ShouldBeTrue();
    }

    /// <summary>The databases of those who imported have it: it can never change.</summary>
    [Fact]
    public void The_selector_stays_the_same() => PlainSecret.SelectorOf(Plain).ShouldBe("KREytHrBwT54T2CMNZy8Kw");

    [Fact]
    public void It_has_no_checksum() => TokenSecret.HasValidChecksum(Plain).ShouldBeFalse();

    [Theory]
    [InlineData("user:98B555423fa020a3e67267fb8462fdb2ef5ab2f44eea6ccfd6b1d0ad")]
    [InlineData("user:98b555423fa020a3e67267fb8462fdb2ef5ab2f44eea6ccfd6b1d0a")]
    [InlineData("user:98b555423fa020a3e67267fb8462fdb2ef5ab2f44eea6ccfd6b1d0ad0")]
    [InlineData("user:g8b555423fa020a3e67267fb8462fdb2ef5ab2f44eea6ccfd6b1d0ad")]
    [InlineData("User:98b555423fa020a3e67267fb8462fdb2ef5ab2f44eea6ccfd6b1d0ad")]
    [InlineData("98b555423fa020a3e67267fb8462fdb2ef5ab2f44eea6ccfd6b1d0adaaaaa")]
    [InlineData("user:my-own-secret")]
    [InlineData("user:")]
    public void Nothing_else_has_the_form(string text) => TokenSecret.TryParse(text, out _).ShouldBeFalse();
}
