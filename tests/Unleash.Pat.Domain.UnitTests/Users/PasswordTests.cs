using System.Text.Json;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Domain.UnitTests.Users;

/// <summary>Contract section 4: what went wrong is told without secrets, and a password is one.</summary>
public class PasswordTests
{
    [Fact]
    public void A_password_prints_stars()
    {
        var password = new Password("correct horse");

        password.ToString().ShouldBe("***");
        $"{password}".ShouldBe("***");
        JsonSerializer.Serialize(password).ShouldNotContain("correct horse");
    }

    [Theory]
    [InlineData("correct horse")]
    [InlineData(" spaces count ")]
    [InlineData("")]
    public void The_hasher_gets_what_was_typed(string typed) => new Password(typed).Reveal().ShouldBe(typed);
}
