using System.Text.Json;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Tokens;

/// <summary>docs/api.md, section 1.1: <c>description</c>.</summary>
public abstract class CreatePatDescriptionTests<TEngine>(ServiceFixture<TEngine> fixture)
    : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private const string Empty = "PAT description cannot be empty.";

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\t\r\n")]
    [InlineData("\u00a0\u2003\u3000")]
    [InlineData("\u200b")]
    [InlineData("\u3164")]
    [InlineData("\u2800 \u034f")]
    [InlineData("\ufeff\u202e\u2066\u2069")]
    [InlineData("\u0001\u001f\u0085")]
    [InlineData("\U000e0041\U000e0100")]
    public async Task A_blank_one_is_refused(string description)
    {
        var account = await Service.AccountAsync();

        (await account.Client.PostAsync(ServiceClient.Tokens, Body(description))).ShouldBreakRule(Empty);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("ä")]
    [InlineData("漢")]
    [InlineData("😀")]
    public async Task It_has_up_to_255_characters(string character)
    {
        var account = await Service.AccountAsync();
        var longest = string.Concat(Enumerable.Repeat(character, 255));

        (await account.Client.IssueAsync(Body(longest))).Description.ShouldBe(longest);

        (await account.Client.ListAsync()).ShouldHaveSingleItem().Description.ShouldBe(longest);
        (await account.Client.PostAsync(ServiceClient.Tokens, Body(longest + character)))
            .ShouldBeError(400, "BadDataError").Message.ShouldContain("255");
    }

    [Fact]
    public async Task Descriptions_are_compared_code_point_by_code_point()
    {
        string[] all = ["one", "One", "one ", " one", "a", "A", "a ", "\u00e4", "a\u0308", "😀"];
        var service = await StartAsync(("Pats:MaxPerUser", "20"));
        var account = await service.AccountAsync();

        foreach (var description in all)
        {
            (await account.Client.IssueAsync(Body(description))).Description.ShouldBe(description);
        }

        (await account.Client.ListAsync()).Select(token => token.Description).ShouldBe(all);
        foreach (var description in all)
        {
            (await account.Client.PostAsync(ServiceClient.Tokens, Body(description))).ShouldBeError(409, "NameExistsError");
        }
    }

    [Theory]
    [InlineData("<script>alert('x')</script> & \"quotes\" \\ /")]
    [InlineData("'; DROP TABLE personal_access_tokens; --")]
    [InlineData("%_[]{0}@Id\u2028\u202e\u0001\uffff")]
    public async Task It_comes_back_as_it_was_sent(string description)
    {
        var account = await Service.AccountAsync();

        await account.Client.IssueAsync(Body(description));

        (await account.Client.ListAsync()).ShouldHaveSingleItem().Description.ShouldBe(description);
    }

    [Fact]
    public async Task Its_uniqueness_ends_with_the_token()
    {
        var account = await Service.AccountAsync();
        var token = await account.Client.IssueAsync(Body("laptop"));
        (await account.Client.PostAsync(ServiceClient.Tokens, Body("laptop")))
            .ShouldBeError(409, "NameExistsError", "PAT description already exists.");

        await account.Client.DeleteAsync(token.Path);

        await account.Client.IssueAsync(Body("laptop"));
    }

    [Fact]
    public async Task One_that_no_engine_can_keep_is_refused()
    {
        var account = await Service.AccountAsync();

        (await account.Client.PostAsync(ServiceClient.Tokens, Body("a\0b"))).ShouldBeError(400, "BadDataError");
    }

    private static string Body(string description) => JsonSerializer.Serialize(new { description });
}
