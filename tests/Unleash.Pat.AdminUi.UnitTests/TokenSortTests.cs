using Unleash.Pat.AdminUi.Tokens;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.UnitTests;

public class TokenSortTests
{
    private static readonly PatSchema[] Tokens =
    [
        new() { Id = 1, Description = "beta", ExpiresAt = At.Now.AddDays(1), SeenAt = At.Now },
        new() { Id = 2, Description = "Alpha", ExpiresAt = At.Now.AddDays(3) },
        new() { Id = 3, Description = "gamma", ExpiresAt = At.Now.AddDays(2), SeenAt = At.Now.AddDays(-1) },
    ];

    [Theory]
    [InlineData(null, null, "3,2,1")]
    [InlineData("nonsense", "asc", "3,2,1")]
    [InlineData("description", null, "2,1,3")]
    [InlineData("description", "desc", "3,1,2")]
    [InlineData("expires", null, "1,3,2")]
    [InlineData("last-seen", "desc", "1,3,2")]
    [InlineData("created", null, "1,2,3")]
    public void The_address_tells_the_order(string? column, string? order, string ids) =>
        string.Join(',', TokenSort.Parse(column, order).Apply(Tokens, null).Select(token => token.Id)).ShouldBe(ids);

    [Fact]
    public void A_search_takes_any_case() =>
        TokenSort.Parse(null, null).Apply(Tokens, " ALPH ").Single().Id.ShouldBe(2);

    [Fact]
    public void A_second_press_turns_the_order_round()
    {
        var once = TokenSort.Parse(null, null).Press("expires");
        once.IsDescending.ShouldBeFalse();
        once.Press("expires").IsDescending.ShouldBeTrue();
        once.Press("expires").Press("expires").IsDescending.ShouldBeFalse();
    }
}
