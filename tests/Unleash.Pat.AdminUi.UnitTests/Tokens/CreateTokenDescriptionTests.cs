using Bunit;

namespace Unleash.Pat.AdminUi.UnitTests.Tokens;

public class CreateTokenDescriptionTests : CreateTokenDialogTests
{
    private const string TooLong = "The description can have at most 255 characters.";
    private const string Duplicate = "You already have a token with this description.";

    [Fact]
    public async Task Without_a_description_the_service_names_the_token()
    {
        var page = Open();
        page.Find("#description").HasAttribute("aria-required").ShouldBeFalse();

        await SubmitAsync(page);

        Sent.Description.ShouldBeNull();
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("   ", true)]
    [InlineData("   ", false)]
    public async Task A_blank_description_is_an_error_when_it_is_sent(string description, bool isRequired)
    {
        var page = await OpenAsync(rules => rules.RequireDescription = isRequired);
        (page.Find("#description").GetAttribute("aria-required") == "true").ShouldBe(isRequired);
        FieldError(page, "description").ShouldBeNull();
        Describe(page, description);

        await SubmitAsync(page);

        FieldError(page, "description").ShouldBe("Enter a description.");
        Script.VerifyInvoke("focusFirstInvalid").Arguments.ShouldBe([page.Find("form").Id]);
        Tokens.Requests.ShouldBeEmpty();
        RefreshRequests.ShouldBe(0);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("😀")]
    public async Task A_description_of_256_code_points_is_not_sent_and_one_of_255_is(string character)
    {
        var page = Open();
        Describe(page, string.Concat(Enumerable.Repeat(character, 256)));
        FieldError(page, "description").ShouldBe(TooLong);
        await SubmitAsync(page);
        Tokens.Requests.ShouldBeEmpty();

        var longest = string.Concat(Enumerable.Repeat(character, 255));
        Describe(page, longest);
        FieldError(page, "description").ShouldBeNull();
        await SubmitAsync(page);
        Sent.Description.ShouldBe(longest);
    }

    [Fact]
    public async Task A_duplicate_is_an_error_while_typing_and_is_not_sent()
    {
        var page = Open();
        Describe(page, "lapto");
        FieldError(page, "description").ShouldBeNull();

        Describe(page, "laptop");
        FieldError(page, "description").ShouldBe(Duplicate);
        await SubmitAsync(page);
        Tokens.Requests.ShouldBeEmpty();

        Describe(page, "");
        FieldError(page, "description").ShouldBeNull();
    }
}
