using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Domain.UnitTests.Users;

/// <summary>RFC 8266, Nickname: what people are called where they are shown.</summary>
public sealed class DisplayNameTests
{
    [Theory]
    [InlineData("Émile Zola™")]
    [InlineData("O’Brien & Söhne")]
    [InlineData("علی\u200cرضا")]
    [InlineData("👨\u200d👩\u200d👧\u200d👦")]
    [InlineData("🏳️\u200d🌈")]
    [InlineData("👩🏽\u200d💻 Ada")]
    [InlineData("❤\ufe0f")]
    [InlineData("1\ufe0f\u20e3")]
    [InlineData("🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f")]
    [InlineData("葛\U000e0100城")]
    [InlineData("क्\u200dष")]
    public void A_name_may_have_what_is_seen_and_what_that_needs(string text) =>
        DisplayName.HidesNothing(text).ShouldBeTrue();

    [Theory]
    [InlineData("\u200b")]
    [InlineData("\u2800")]
    [InlineData("Ada\u3164")]
    [InlineData("Ada\ufe0f")]
    [InlineData("❤\ufe0f\ufe0f")]
    [InlineData("Ada\u200d💻")]
    [InlineData("👩\u200d")]
    [InlineData("👩\u200d\u200d💻")]
    [InlineData("1\ufe0f")]
    [InlineData("🏴\U000e0067\U000e0062")]
    [InlineData("🏴\U000e0067\U000e0062\U000e007f\U000e0061")]
    [InlineData("👩\U000e0067\U000e0062\U000e007f")]
    [InlineData("a\U000e0100")]
    [InlineData("\u202eadA")]
    [InlineData("A\u2067da")]
    [InlineData("A\nda")]
    [InlineData("A\0da")]
    [InlineData("A\ue000")]
    [InlineData("A\u0378")]
    public void Nothing_hides_in_it(string text) => DisplayName.HidesNothing(text).ShouldBeFalse();

    [Theory]
    [InlineData("  Ada \u3000 Lovelace\u00a0", "Ada Lovelace")]
    [InlineData("E\u0301mile", "Émile")]
    [InlineData("①ﬁ™", "①ﬁ™")]
    [InlineData(" \u2003", "")]
    [InlineData("👨\u200d👩", "👨\u200d👩")]
    public void It_is_stored_with_single_spaces_and_composed(string text, string stored) =>
        DisplayName.Prepare(text).ShouldBe(stored);
}
