using CsCheck;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Domain.UnitTests.Tokens;

/// <summary>docs/api.md, section 2: what is taken for a secret, and which secret it is taken for.</summary>
public class TokenSecretParsingTests
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private static readonly Gen<string> WellFormed = Gen.Select(
        Gen.Char[Alphabet].Array[22],
        Gen.Char[Alphabet].Array[43],
        (selector, secret) => $"user:v2_{new string(selector)}_{new string(secret)}");

    private static readonly Gen<string> NearlyWellFormed = Gen.Select(
        WellFormed,
        Gen.Int[0, TokenSecret.Length],
        Gen.String[0, 3],
        Gen.Int[0, 3],
        (text, at, inserted, removed) => text[..at] + inserted + text[Math.Min(at + removed, text.Length)..]);

    [Fact]
    public void Whatever_is_generated_is_parsed_and_is_itself() =>
        Gen.Const(0).Select(_ => TokenSecret.Generate()).Sample(secret =>
            TokenSecret.TryParse(secret.Reveal(), out var presented)
            && presented.Selector.SequenceEqual(secret.Selector)
            && presented.Matches(secret.Verifier()));

    [Fact]
    public void Every_text_of_the_form_is_parsed_whatever_its_checksum() => WellFormed.Sample(text =>
        TokenSecret.TryParse(text, out var presented) && presented.Selector.SequenceEqual(text.AsSpan(8, 22)));

    [Theory]
    [InlineData("user:v2_AAAAAAAAAAAAAAAAAAAAAA_BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB", true)]
    [InlineData("User:v2_AAAAAAAAAAAAAAAAAAAAAA_BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB", false)]
    [InlineData("user:v1_AAAAAAAAAAAAAAAAAAAAAA_BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB", false)]
    [InlineData("user:v2_AAAAAAAAAAAAAAAAAAAAAA-BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB", false)]
    [InlineData("user:v2_AAAAAAAAAAA+AAAAAAAAAA_BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB", false)]
    [InlineData("user:v2_AAAAAAAAAAAAAAAAAAAAAA_BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB=", false)]
    [InlineData("user:v2_AAAAAAAAAAAAAAAAAAAAAA_BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB\n", false)]
    [InlineData("user:v2_AAAAAAAAAAAAAAAAAAAAAA_BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBé", false)]
    [InlineData("user:v2_AAAAAAAAAAAAAAAAAAAAAA_BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB", false)]
    [InlineData("user:v2_AAAAAAAAAAAAAAAAAAAAAA_BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB", false)]
    [InlineData(" user:v2_AAAAAAAAAAAAAAAAAAAAAA_BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB", false)]
    [InlineData("", false)]
    public void Only_the_contracts_form_is_parsed(string text, bool hasTheForm) =>
        TokenSecret.TryParse(text, out _).ShouldBe(hasTheForm);

    [Fact]
    public void Garbage_never_throws_and_is_no_token()
    {
        Gen.String.Sample(text => !TokenSecret.TryParse(text, out _) && !TokenSecret.HasValidChecksum(text));
        Gen.Char.Array[TokenSecret.Length].Select(chars => new string(chars)).Sample(text =>
            !TokenSecret.TryParse(text, out _) && !TokenSecret.HasValidChecksum(text));
    }

    [Fact]
    public void What_is_nearly_a_token_never_throws_and_parses_only_where_the_form_is_right() =>
        NearlyWellFormed.Sample(text =>
        {
            _ = TokenSecret.HasValidChecksum(text);
            return TokenSecret.TryParse(text, out _) == HasTheForm(text);
        });

    [Fact]
    public void No_one_character_mutation_matches_or_keeps_the_checksum()
    {
        var secret = TokenSecret.Generate();
        var verifier = secret.Verifier();
        foreach (var position in Enumerable.Range(0, TokenSecret.Length))
        {
            foreach (var other in (Alphabet + ":?+/= \0é\uFF21\uD83D").Where(other => other != secret.Reveal()[position]))
            {
                var mutated = Replace(secret.Reveal(), position, other);

                Authenticates(mutated, verifier).ShouldBeFalse($"U+{(int)other:X4} at {position}");
                TokenSecret.HasValidChecksum(mutated).ShouldBeFalse($"U+{(int)other:X4} at {position}");
            }
        }
    }

    [Fact]
    public void A_mutated_token_of_the_right_form_is_parsed_and_does_not_match() =>
        Gen.Select(WellFormed, Gen.Int[31, TokenSecret.Length - 1], Gen.Char[Alphabet])
            .Where(mutation => mutation.Item1[mutation.Item2] != mutation.Item3)
            .Sample((text, position, other) =>
                TokenSecret.TryParse(Replace(text, position, other), out var presented)
                && !presented.Matches(Sha256(text)));

    [Fact]
    public void A_token_without_a_checksum_as_Unleash_issues_them_matches_its_own_hash() =>
        WellFormed.Sample(text => Authenticates(text, Sha256(text)));

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void A_hash_of_another_length_never_matches(int length)
    {
        var secret = TokenSecret.Generate();
        var stored = secret.Verifier().Concat(new byte[1]).Take(length).ToArray();

        Authenticates(secret.Reveal(), stored).ShouldBeFalse();
    }

    private static bool Authenticates(string text, byte[] verifier) =>
        TokenSecret.TryParse(text, out var presented) && presented.Matches(verifier);

    private static string Replace(string text, int position, char other) =>
        text[..position] + other + text[(position + 1)..];

    private static byte[] Sha256(string text) =>
        System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(text));

    private static bool HasTheForm(string text) =>
        text.Length == 74
        && text.StartsWith("user:v2_", StringComparison.Ordinal)
        && text[30] == '_'
        && text[8..30].All(Alphabet.Contains)
        && text[31..].All(Alphabet.Contains);
}
