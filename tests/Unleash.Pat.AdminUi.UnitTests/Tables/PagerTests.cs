using Bunit;
using Unleash.Pat.AdminUi.Tables;
using Unleash.Pat.AdminUi.UnitTests.Support;

namespace Unleash.Pat.AdminUi.UnitTests.Tables;

public class PagerTests : ComponentTests
{
    private int _asked;

    [Fact]
    public void What_fits_on_a_page_needs_no_pager() => At(1, 25).VisibleText().ShouldBeEmpty();

    [Theory]
    [InlineData(1, 26, "1–25 of 26", false, true)]
    [InlineData(2, 26, "26–26 of 26", true, false)]
    [InlineData(2, 75, "26–50 of 75", true, true)]
    [InlineData(3, 75, "51–75 of 75", true, false)]
    public void It_shows_the_position_and_disables_the_buttons_at_either_end(int page, int total, string text, bool isBack, bool isOn)
    {
        var pager = At(page, total);

        pager.Status().ShouldBe(text);
        pager.Button("Previous").HasAttribute("disabled").ShouldBe(!isBack);
        pager.Button("Next").HasAttribute("disabled").ShouldBe(!isOn);
    }

    [Theory]
    [InlineData(1, 10_000, "1–25 of more than 10,000")]
    [InlineData(400, 10_000, "9976–10000 of more than 10,000")]
    public void A_capped_total_is_shown_as_such_and_has_a_next_page(int page, int total, string text)
    {
        var pager = At(page, total, isCapped: true);

        pager.Status().ShouldBe(text);
        pager.Button("Next").HasAttribute("disabled").ShouldBeFalse();
    }

    [Theory]
    [InlineData("Previous", 1)]
    [InlineData("Next", 3)]
    public void The_buttons_go_to_the_adjacent_pages(string button, int page)
    {
        At(2, 75).Button(button).Click();

        _asked.ShouldBe(page);
    }

    private IRenderedComponent<Pager> At(int page, int total, bool isCapped = false) =>
        Render<Pager>(parameters => parameters
            .Add(pager => pager.Page, page)
            .Add(pager => pager.Size, 25)
            .Add(pager => pager.Total, total)
            .Add(pager => pager.IsTotalCapped, isCapped)
            .Add(pager => pager.OnPage, asked => _asked = asked));
}
