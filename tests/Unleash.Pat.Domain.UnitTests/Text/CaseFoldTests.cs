using System.Text;
using CsCheck;
using Unleash.Pat.Domain.Text;

namespace Unleash.Pat.Domain.UnitTests.Text;

/// <summary>Texts are compared in any case, in any script, the same on every engine.</summary>
public class CaseFoldTests
{
    [Theory]
    [InlineData("Émile Zola", "émile zola")]
    [InlineData("E\u0301mile", "émile")]
    [InlineData("ÖZGÜR", "özgür")]
    [InlineData("ИВАНОВ", "иванов")]
    [InlineData("ΟΔΥΣΣΕΎΣ", "οδυσσεύς")]
    [InlineData("ᾼδης", "ᾳδησ")]
    [InlineData("STRASSE", "straße")]
    [InlineData("STRAẞE", "strasse")]
    [InlineData("İSTANBUL", "istanbul")]
    [InlineData("ISPARTA", "ısparta")]
    [InlineData("i\u0307zmir", "izmir")]
    [InlineData("ﬁnn", "FINN")]
    [InlineData("ＡＤＭＩＮ", "admin")]
    [InlineData("ꭰꮳ", "ᎠᏣ")]
    [InlineData("ჯონი", "ᲯᲝᲜᲘ")]
    [InlineData("\u212aelvin", "kelvin")]
    [InlineData("ﾊﾞ", "バ")]
    [InlineData("Ǆ", "ǆ")]
    [InlineData("և", "ԵՒ")]
    [InlineData("ad\u200bmin\u3164", "admin")]
    [InlineData("𐐀", "𐐨")]
    public void Two_ways_to_write_one_text_fold_to_one(string one, string other) =>
        CaseFold.Of(one).ShouldBe(CaseFold.Of(other));

    [Theory]
    [InlineData("e", "é")]
    [InlineData("ı\u0301", "i")]
    [InlineData("b", "ь")]
    [InlineData("ann", "ann ")]
    [InlineData("ж", "z")]
    public void Different_texts_stay_different(string one, string other) =>
        CaseFold.Of(one).ShouldNotBe(CaseFold.Of(other));

    [Fact]
    public void Every_character_folds_like_its_capital_its_small_letter_and_its_decomposition()
    {
        foreach (var text in Characters())
        {
            var folded = CaseFold.Of(text);
            CaseFold.Of(folded).ShouldBe(folded);
            CaseFold.Of(text.ToUpperInvariant()).ShouldBe(folded);
            CaseFold.Of(text.ToLowerInvariant()).ShouldBe(folded);
            CaseFold.Of(Normalized(text, NormalizationForm.FormD)).ShouldBe(folded);
            CaseFold.Of(Normalized(text, NormalizationForm.FormKC)).ShouldBe(folded);
        }
    }

    [Fact]
    public void Folding_twice_is_folding_once() =>
        Gen.String.Sample(text => CaseFold.Of(CaseFold.Of(text)) == CaseFold.Of(text));

    [Fact]
    public void What_the_framework_refuses_to_normalise_folds_to_something() =>
        CaseFold.Of("a\ud800B\ufffe").ShouldBe("a\ufffdb\ufffd");

    private static string Normalized(string text, NormalizationForm form) =>
        text == "\ufffe" ? text : text.Normalize(form);

    private static IEnumerable<string> Characters() =>
        Enumerable.Range(0, 0x110000).Where(Rune.IsValid).Select(value => new Rune(value).ToString());
}
