using Bunit;
using Unleash.Pat.AdminUi.Tables;
using Unleash.Pat.AdminUi.UnitTests.Support;

namespace Unleash.Pat.AdminUi.UnitTests.Tables;

public class HighlightTests : ComponentTests
{
    [Theory]
    [InlineData("My laptop", "LAP", "lap")]
    [InlineData("a.b*c", ".b*", ".b*")]
    [InlineData("laptop", " lap ", "lap")]
    public void Matches_are_marked_ignoring_case(string text, string search, string marked)
    {
        var highlight = Mark(text, search);

        highlight.Find("mark").TextContent.ShouldBe(marked);
        highlight.VisibleText().ShouldBe(text);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("phone")]
    public void Without_a_match_nothing_is_marked(string? search)
    {
        var highlight = Mark("My laptop", search);

        highlight.VisibleText().ShouldBe("My laptop");
        highlight.FindAll("mark").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("<img src=x onerror=alert(1)>", "<img")]
    [InlineData("<img src=x onerror=alert(1)>", null)]
    [InlineData("&lt;b&gt;", "&lt;")]
    public void Special_characters_are_text_and_not_markup(string text, string? search)
    {
        var highlight = Mark(text, search);

        highlight.FindAll("img, b").ShouldBeEmpty();
        highlight.VisibleText().ShouldBe(text);
    }

    private IRenderedComponent<Highlight> Mark(string text, string? search) =>
        Render<Highlight>(parameters => parameters.Add(it => it.Text, text).Add(it => it.Search, search));
}
