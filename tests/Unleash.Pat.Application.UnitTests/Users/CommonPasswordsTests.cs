using Unleash.Pat.Application.UnitTests.Support;
using Unleash.Pat.Application.Users.Passwords;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.UnitTests.Users;

public sealed class CommonPasswordsTests
{
    private readonly CommonPasswords _common = new();

    [Theory]
    [InlineData("1234567890", true)]
    [InlineData("qwertyuiop", true)]
    [InlineData("Password123", true)]
    [InlineData("ADMINISTRATOR", true)]
    [InlineData("correct horse battery", false)]
    [InlineData("password1234567", false)]
    [InlineData("", false)]
    public void What_everybody_tries_is_on_the_list_in_any_case(string password, bool expected) =>
        _common.Contains(new Password(password)).ShouldBe(expected);

    [Fact]
    public void The_refusal_does_not_repeat_the_password()
    {
        var refusal = Refusal.Throw(ErrorKind.BadDataError, () => new PasswordRules(_common).Require(new Password("Password123")));

        refusal.ToString().ShouldNotContain("Password123");
    }

    [Fact]
    public void No_password_breaks_no_rule() => new PasswordRules(_common).Faults(null, "name").ShouldBeEmpty();
}
