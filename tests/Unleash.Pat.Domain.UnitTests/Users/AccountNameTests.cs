using CsCheck;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Domain.UnitTests.Users;

/// <summary>docs/api.md, section 3: username or e-mail, e-mail in any case.</summary>
public class AccountNameTests
{
    [Theory]
    [InlineData("Ann@Example.COM", "ann@example.com")]
    [InlineData("ADMIN", "admin")]
    [InlineData("ÄRGER", "ärger")]
    public void Names_are_compared_in_any_case(string name, string key) => AccountName.Key(name).ShouldBe(key);

    [Fact]
    public void Names_that_differ_otherwise_stay_different() =>
        AccountName.Key("ann").ShouldNotBe(AccountName.Key("ann "));

    [Fact]
    public void A_keys_key_is_itself() =>
        Gen.String.Sample(name => AccountName.Key(AccountName.Key(name)) == AccountName.Key(name));

    [Theory]
    [InlineData("ann@example.com")]
    [InlineData("a@b")]
    [InlineData("ann+tag@sub.example.com")]
    [InlineData("änn@exämple.com")]
    public void One_at_sign_between_two_parts_is_an_address(string text) =>
        AccountName.IsEmailAddress(text).ShouldBeTrue();

    [Theory]
    [InlineData("")]
    [InlineData("@")]
    [InlineData("ann")]
    [InlineData("@example.com")]
    [InlineData("ann@")]
    [InlineData("ann@example@com")]
    [InlineData("ann @example.com")]
    [InlineData("ann@example.com\n")]
    [InlineData("ann@exam\0ple.com")]
    public void Anything_else_is_none(string text) => AccountName.IsEmailAddress(text).ShouldBeFalse();
}
