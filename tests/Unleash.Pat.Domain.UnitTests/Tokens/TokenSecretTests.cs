using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Domain.UnitTests.Tokens;

/// <summary>docs/api.md, section 2: what a secret looks like, and where it never shows.</summary>
public partial class TokenSecretTests
{
    private const int ChecksumLength = 6;
    private const int StartOfSecretPart = 31;

    [GeneratedRegex(@"^user:v2_[A-Za-z0-9_-]{22}_[A-Za-z0-9_-]{43}\z")]
    private static partial Regex ContractsPattern { get; }

    [Fact]
    public void A_secret_matches_the_contracts_regular_expression()
    {
        for (var i = 0; i < 1000; i++)
        {
            TokenSecret.Generate().Reveal().ShouldMatch(ContractsPattern.ToString());
        }
    }

    [Fact]
    public void The_selector_is_the_part_between_prefix_and_secret_and_16_bytes_as_base64url()
    {
        var secret = TokenSecret.Generate();

        secret.Reveal().ShouldStartWith($"user:v2_{secret.Selector}_");
        Base64Url.DecodeFromChars(secret.Selector).Length.ShouldBe(16);
    }

    [Fact]
    public void The_tests_own_checksum_is_CRC_32_IEEE() => Crc32.Of("123456789").ShouldBe(0xCBF43926u);

    [Fact]
    public void The_last_six_characters_are_the_CRC_32_of_everything_before_them()
    {
        for (var i = 0; i < 1000; i++)
        {
            var text = TokenSecret.Generate().Reveal();

            text[^ChecksumLength..].ShouldBe(Crc32.AsBase64Url(text[..^ChecksumLength]));
            TokenSecret.HasValidChecksum(text).ShouldBeTrue();
        }
    }

    [Fact]
    public void No_two_secrets_share_a_selector_or_a_secret_part()
    {
        const int Count = 10_000;
        var secrets = Enumerable.Range(0, Count).Select(_ => TokenSecret.Generate()).ToList();

        secrets.Select(secret => secret.Selector).Distinct().Count().ShouldBe(Count);
        secrets.Select(secret => secret.Reveal()[StartOfSecretPart..]).Distinct().Count().ShouldBe(Count);
    }

    [Fact]
    public void Every_random_character_of_the_secret_part_uses_the_whole_alphabet()
    {
        // 64 letters at 10,000 draws a position: one that is missing is missing for a reason (chance 64 * 37 * e^-157).
        var texts = Enumerable.Range(0, 10_000).Select(_ => TokenSecret.Generate().Reveal()).ToList();

        for (var position = StartOfSecretPart; position < TokenSecret.Length - ChecksumLength; position++)
        {
            texts.Select(text => text[position]).Distinct().Count().ShouldBe(64, $"at position {position}");
        }
    }

    [Fact]
    public void The_verifier_is_SHA_256_over_the_whole_secret()
    {
        var secret = TokenSecret.Generate();

        secret.Verifier().ShouldBe(SHA256.HashData(Encoding.ASCII.GetBytes(secret.Reveal())));
    }

    [Fact]
    public void Only_Reveal_shows_the_secret()
    {
        var secret = TokenSecret.Generate();
        var hidden = secret.Reveal()[StartOfSecretPart..];

        foreach (var shown in (string[])[secret.ToString(), $"{secret}", JsonSerializer.Serialize(secret)])
        {
            shown.ShouldContain(secret.Selector);
            for (var start = 0; start + 4 <= hidden.Length; start++)
            {
                shown[(shown.IndexOf(secret.Selector, StringComparison.Ordinal) + secret.Selector.Length)..]
                    .ShouldNotContain(hidden.Substring(start, 4), Case.Sensitive);
            }
        }
    }
}
