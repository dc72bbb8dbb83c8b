using Bunit;
using Unleash.Pat.AdminUi.UnitTests.Support;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.UnitTests.Tokens;

public class CreateTokenScopeTests : CreateTokenDialogTests
{
    private const string Restricted = "Only some scopes";

    private readonly NamedScope[] _named = [new() { Name = "deploy:write", Description = "Deploy to production" }];

    [Fact]
    public async Task A_token_has_all_rights_by_default()
    {
        var page = await OpenAsync(_ => { });

        page.FindAll(".scopes").ShouldBeEmpty();
        Describe(page, "phone");
        await SubmitAsync(page);

        Sent.Scopes.ShouldBeNull();
    }

    [Fact]
    public async Task The_scopes_that_are_chosen_are_sent()
    {
        var page = await OpenAsync(rules => rules.Scopes = _named);
        Choose(page, Restricted);
        page.FindAll(".scope").Select(label => label.Text()).ShouldBe(
        [
            "api:read Read all that the account may read here", "api:write Do all that the account may do here", "deploy:write Deploy to production",
        ]);
        page.FindAll("#other-scopes").ShouldBeEmpty();

        Check(page, "deploy:write");
        Check(page, "api:read");
        await SubmitAsync(page);

        Sent.Scopes.ShouldBe(["api:read", "deploy:write"]);
    }

    [Fact]
    public async Task Without_named_scopes_others_can_be_entered()
    {
        var page = await OpenAsync(_ => { });
        Choose(page, Restricted);

        page.Find("#other-scopes").Input(" metrics:read, deploy:write  metrics:read ");
        await SubmitAsync(page);

        Sent.Scopes.ShouldBe(["metrics:read", "deploy:write"]);
    }

    [Theory]
    [InlineData("", "Choose at least one scope.")]
    [InlineData("Deploy", "“Deploy” is not a scope. A scope has at most 64 small letters, digits and : . _ / -")]
    public async Task Wrong_scopes_are_not_sent(string entered, string error)
    {
        var page = await OpenAsync(_ => { });
        Choose(page, Restricted);
        page.Find("#other-scopes").Input(entered);

        await SubmitAsync(page);

        page.Find("#scopes-error").Text().ShouldBe(error);
        Tokens.Requests.ShouldBeEmpty();
        Choose(page, "All rights of the account");
        page.FindAll("#scopes-error").ShouldBeEmpty();
    }

    [Fact]
    public async Task An_error_of_the_service_about_one_scope_is_shown_at_the_scopes()
    {
        Tokens.Answer = () => Task.FromException<IssuedPersonalAccessToken>(
            TestErrors.Create(400, UnleashPatErrors.BadData, TestErrors.Detail("Not that scope.", "/body/scopes/0")));
        var page = await OpenAsync(_ => { });
        Choose(page, Restricted);
        Check(page, "api:read");

        await SubmitAsync(page);

        page.Find("#scopes-error").Text().ShouldBe("Not that scope.");
        page.Alert().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_policy_is_said_in_words()
    {
        Policy.RevokeUnusedAfter = "90.00:00:00";
        Policy.DeleteExpiredAfter = "30.00:00:00";
        var page = await OpenAsync(rules => (rules.MaxLifetime, rules.RequireDescription) = (60 * 24 * 60 * 60, true));

        page.FindAll(".rules li").Select(rule => rule.Text()).ShouldBe(
        [
            "A token lives for at most 60 days.", "A token needs a description.",
            "A token that is not used for 90 days is revoked.", "A token is deleted 30 days after it expires.",
        ]);
    }

    [Fact]
    public async Task Without_rules_nothing_is_said() => (await OpenAsync(_ => { })).FindAll(".rules").ShouldBeEmpty();

    private static void Check(IRenderedComponent<Shell> page, string scope) =>
        page.FindAll(".scope").Single(label => label.QuerySelector("code")!.TextContent == scope).QuerySelector("input")!.Change(true);
}
