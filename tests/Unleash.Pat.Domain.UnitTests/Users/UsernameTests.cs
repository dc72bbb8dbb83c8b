using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Domain.UnitTests.Users;

public sealed class UsernameTests
{
    [Theory]
    [InlineData("admin", true)]
    [InlineData("Ada Lovelace", true)]
    [InlineData("ädä", true)]
    [InlineData("", false)]
    [InlineData(" ", false)]
    [InlineData("admin ", false)]
    [InlineData("\u00a0admin", false)]
    [InlineData("ad\0min", false)]
    [InlineData("adm\u200bin", false)]
    [InlineData("\u202enimda", false)]
    [InlineData("a\u2028b", false)]
    public void Nothing_hides_in_a_username(string text, bool expected) => AccountName.IsUsername(text).ShouldBe(expected);

    [Fact]
    public void Nothing_hides_in_an_address() => AccountName.IsEmailAddress("adm\u200bin@example.com").ShouldBeFalse();
}
