using Unleash.Pat.AdminUi.Forms;
using Unleash.Pat.AdminUi.UnitTests.Support;

namespace Unleash.Pat.AdminUi.UnitTests.Forms;

public class RefusalsTests
{
    private static readonly string[] Fields =
        ["description", "expiresAt", "password", "confirmPassword", "oldPassword", "username", "email", "name", "rootRole"];

    [Theory]
    [InlineData("PAT description already exists.", "description")]
    [InlineData("The expiry date should be in future.", "expiresAt")]
    [InlineData("The password must be at least 10 characters long.", "password")]
    [InlineData("The password and its confirmation differ.", "confirmPassword")]
    [InlineData("The old password is wrong.", "oldPassword")]
    [InlineData("Could not find rootRole with id 9", "rootRole")]
    [InlineData("The combination of password and username you have provided is invalid.", null)]
    [InlineData("Too many PATs (10) already exist for this user.", null)]
    public void A_broken_rule_is_told_at_the_field_that_its_words_begin_with(string message, string? field) =>
        Refusals.FieldOf(Refusal.Detail(message), Fields).ShouldBe(field);

    [Theory]
    [InlineData("/body/description", "description")]
    [InlineData("/body/expiresAt", "expiresAt")]
    [InlineData("/body/other", null)]
    [InlineData("/body", null)]
    public void A_path_names_the_field_whatever_the_words_say(string path, string? field) =>
        Refusals.FieldOf(Refusal.Detail($"The `{path}` property must be string. You sent 1.", path), Fields).ShouldBe(field);

    [Fact]
    public void A_form_without_the_field_is_told_none() =>
        Refusals.FieldOf(Refusal.Detail("PAT description already exists."), ["name"]).ShouldBeNull();

    [Fact]
    public void A_name_that_is_taken_is_told_at_the_first_such_field_of_the_form()
    {
        Refusals.FieldOf(Refusal.Detail("User already exists"), ["username", "email"]).ShouldBe("username");
        Refusals.FieldOf(Refusal.Detail("User already exists"), ["name", "email"]).ShouldBe("email");
    }
}
