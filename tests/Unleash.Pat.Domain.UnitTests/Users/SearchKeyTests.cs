using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Domain.UnitTests.Users;

public sealed class SearchKeyTests
{
    [Theory]
    [InlineData("émile")]
    [InlineData("E\u0301MILE ZOLA")]
    [InlineData("ZOLA@")]
    [InlineData("ez")]
    public void A_part_in_any_case_is_in_the_key(string text) =>
        SearchKey.Of("EZ1", "Émile Zola", "zola@example.com").ShouldContain(SearchKey.PartOf(text).ShouldNotBeNull());

    [Theory]
    [InlineData("")]
    [InlineData("é")]
    [InlineData("e\u0301")]
    [InlineData("\0\0")]
    [InlineData("em\0")]
    [InlineData("\n\n")]
    [InlineData("\u200b\u200b\u200b")]
    [InlineData("\u3164\u3164")]
    public void What_is_no_part_of_a_name_finds_no_account(string text) => SearchKey.PartOf(text).ShouldBeNull();

    [Fact]
    public void Nothing_is_found_across_two_names() =>
        SearchKey.Of("ada", "lovelace", null).ShouldNotContain("adalovelace");

    [Fact]
    public void A_key_fits_its_column()
    {
        var longest = new string('\ufdfa', AccountName.MaxLength);

        SearchKey.Of(longest, longest, longest).Length.ShouldBeLessThanOrEqualTo(SearchKey.MaxLength);
        SearchKey.PartOf(longest).ShouldBeNull();
    }
}
