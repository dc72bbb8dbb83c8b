using Unleash.Pat.AdminUi.Tables;

namespace Unleash.Pat.AdminUi.UnitTests.Tables;

public class TableOrderTests
{
    [Theory]
    [InlineData("created", "desc", true)]
    [InlineData("created", "asc", false)]
    [InlineData("created", null, false)]
    [InlineData("created", "DESC", false)]
    public void The_address_is_parsed(string column, string? direction, bool isDescending) =>
        TableOrder.Parse(column, direction).ShouldBe(new TableOrder(column, isDescending));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void An_address_without_a_column_has_no_order(string? column) => TableOrder.Parse(column, "desc").ShouldBeNull();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_order_survives_the_address(bool isDescending)
    {
        var order = new TableOrder("expires", isDescending);

        TableOrder.Parse(order.Column, order.Direction).ShouldBe(order);
    }

    [Fact]
    public void A_click_reverses_the_same_column_and_sorts_another_ascending()
    {
        var order = new TableOrder("created", true);

        order.Toggle("created").ShouldBe(new TableOrder("created", false));
        order.Toggle("created").Toggle("created").ShouldBe(order);
        order.Toggle("expires").ShouldBe(new TableOrder("expires", false));
    }
}
