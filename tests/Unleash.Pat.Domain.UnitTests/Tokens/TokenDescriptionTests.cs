using System.Text;
using CsCheck;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Domain.UnitTests.Tokens;

/// <summary>docs/api.md, section 1: a description has 1 to 255 characters and is compared code point by code point.</summary>
public class TokenDescriptionTests
{
    [Theory]
    [InlineData("a", 255, false)]
    [InlineData("a", 256, true)]
    [InlineData("ü", 255, false)]
    [InlineData("🙂", 255, false)]
    [InlineData("🙂", 256, true)]
    [InlineData("e\u0301", 127, false)]
    [InlineData("e\u0301", 128, true)]
    [InlineData("👩‍🚀", 85, false)]
    [InlineData("👩‍🚀", 86, true)]
    public void The_length_is_counted_in_code_points(string text, int times, bool isTooLong) =>
        TokenDescription.FindFault(Repeat(text, times)).ShouldBe(isTooLong ? TokenDescriptionFault.TooLong : null);

    [Fact]
    public void Every_description_that_is_not_too_long_fits_the_sizes_of_columns() =>
        Gen.Char.Array[1, 600].Select(chars => new string(chars)).Sample(text =>
            TokenDescription.FindFault(text) is not null
            || (text.Length <= TokenDescription.MaxCodeUnits
                && TokenDescription.Create(text).ToKey().Length <= TokenDescription.MaxUtf8Bytes));

    [Theory]
    [InlineData("", true)]
    [InlineData(" ", true)]
    [InlineData("\t\r\n", true)]
    [InlineData("\u00A0\u3000", true)]
    [InlineData("\u200b", true)]
    [InlineData("\u3164\u2800 \u202e\ufeff", true)]
    [InlineData("\u00ad\ufe0f\u2060\u0001", true)]
    [InlineData("\U000e0041\U0001d159", true)]
    [InlineData("\u202eabc", false)]
    [InlineData("\u0301", false)]
    [InlineData(" a ", false)]
    [InlineData("0", false)]
    public void Blank_is_what_shows_nothing(string text, bool isBlank) =>
        TokenDescription.FindFault(text).ShouldBe(isBlank ? TokenDescriptionFault.Blank : null);

    [Fact]
    public void One_One_and_one_with_a_space_are_three()
    {
        string[] names = ["one", "One", "one ", "o\u0301ne", "\u00F3ne"];

        names.Select(name => Convert.ToHexString(TokenDescription.Create(name).ToKey())).Distinct().Count().ShouldBe(names.Length);
    }

    [Fact]
    public void Equal_keys_belong_to_equal_descriptions() =>
        Gen.Select(Gen.String[Gen.Char.AlphaNumeric, 1, 3], Gen.String[Gen.Char.AlphaNumeric, 1, 3]).Sample(
            (one, other) => TokenDescription.Create(one).ToKey().SequenceEqual(TokenDescription.Create(other).ToKey())
                == string.Equals(one, other, StringComparison.Ordinal));

    [Fact]
    public void The_services_own_name_holds_the_first_8_characters_of_the_selector() =>
        TokenDescription.Default("AbCdEfGh-_0123456789Zz").Value.ShouldBe("Unnamed token AbCdEfGh");

    [Theory]
    [InlineData("a\0", true)]
    [InlineData("a", false)]
    public void U_0000_is_found(string text, bool hasNul) => TokenDescription.FindFault(text).ShouldBe(hasNul ? TokenDescriptionFault.HasNul : null);

    [Theory]
    [InlineData("")]
    [InlineData("a\0")]
    public void What_breaks_a_rule_becomes_no_description_unless_the_database_has_it(string text)
    {
        Should.Throw<ArgumentException>(() => TokenDescription.Create(text));
        TokenDescription.FromStored(text).Value.ShouldBe(text);
    }

    private static string Repeat(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();
}
