using Unleash.Pat.AdminUi.Common;

namespace Unleash.Pat.AdminUi.UnitTests.Common;

public class BidiTextTests
{
    [Theory]
    [InlineData("laptop", "laptop")]
    [InlineData("Émile 🔑", "Émile 🔑")]
    [InlineData("", "")]
    [InlineData("\u202Eabc", "\u2068\u202Eabc\u2069")]
    [InlineData("שלום", "\u2068שלום\u2069")]
    [InlineData("مرحبا", "\u2068مرحبا\u2069")]
    [InlineData("a\u2069b", "\u2068ab\u2069")]
    [InlineData("a\u2067b", "\u2068a\u2067b\u2069\u2069")]
    [InlineData("\u2066a\u2069\u2069b", "\u2068\u2066a\u2069b\u2069")]
    public void Text_with_a_direction_is_isolated(string text, string isolated) => BidiText.Isolate(text).ShouldBe(isolated);

    [Fact]
    public void A_missing_text_is_empty() => BidiText.Isolate(null).ShouldBe("");
}
