using System.Text.Json;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Domain.UnitTests.Users;

/// <summary>docs/api.md, section 4: what went wrong is told without secrets, and a password is one.</summary>
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

    /// <summary>NIST SP 800-63B: one password, however the keyboard composes it.</summary>
    [Theory]
    [InlineData("Pass\u00e9-word", "Passe\u0301-word")]
    [InlineData("correct horse", "correct\u00a0horse")]
    [InlineData("correct", "ｃｏｒｒｅｃｔ")]
    [InlineData("각하", "\u1100\u1161\u11a8\u1112\u1161")]
    public void Two_ways_to_type_one_password_are_one(string one, string other)
    {
        new Password(one).Reveal().ShouldBe(new Password(other).Reveal());
        new Password(other).IsRewritten.ShouldBeTrue();
        new Password(other).RevealAsTyped().ShouldBe(other);
    }

    [Theory]
    [InlineData("correct horse")]
    [InlineData("Pass\u00e9-word")]
    public void A_password_in_its_normal_form_is_not_rewritten(string typed) =>
        new Password(typed).IsRewritten.ShouldBeFalse();

    [Theory]
    [InlineData('\ud800')]
    [InlineData('\ufffe')]
    public void What_cannot_be_normalised_is_a_password_too(char odd) =>
        new Password($"correct horse {odd}").Reveal().ShouldBe("correct horse \ufffd");

    [Fact]
    public void Case_and_accents_count() => new Password("Émile").Reveal().ShouldNotBe(new Password("émile").Reveal());
}
