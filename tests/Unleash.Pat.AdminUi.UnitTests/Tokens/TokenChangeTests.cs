using Bunit;
using Moq;
using Unleash.Pat.AdminUi.UnitTests.Support;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.UnitTests.Tokens;

/// <summary>What a row shows of a token's state, and its actions.</summary>
public class TokenChangeTests : TokensPageTests
{
    private PersonalAccessTokenUpdate? _sent;

    public TokenChangeTests()
    {
        Answer(Token(1, "laptop"), Token(2, "phone"));
        Client.Setup(client => client.Tokens.UpdateAsync(2, It.IsAny<PersonalAccessTokenUpdate>(), It.IsAny<CancellationToken>()))
            .Callback<long, PersonalAccessTokenUpdate, CancellationToken>((_, update, _) => _sent = update)
            .ReturnsAsync((long id, PersonalAccessTokenUpdate update, CancellationToken _) => Changed(id, update));
    }

    [Fact]
    public async Task A_row_shows_scopes_state_overlap_source_and_refused_uses()
    {
        var token = Token(1, "laptop");
        (token.Scopes, token.Enabled, token.LastUsedFrom, token.RejectedUses) = (["api:read", "deploy:write"], false, "192.0.2.7", 3);
        token.SeenAt = TestTime.Now.AddMinutes(-5);
        token.PreviousSecretExpiresAt = TestTime.Now.AddHours(1);
        Answer(token);
        var page = await ShowAsync();

        page.Find("td[data-label=Description]").Text().ShouldBe("laptopswitched offThe old secret works until 3 May 2026, 09:00");
        page.FindAll("td[data-label=Scopes] code").Select(scope => scope.Text()).ShouldBe(["api:read", "deploy:write"]);
        page.Find("td[data-label='Last seen']").Text().ShouldBe("5 minutes ago from 192.0.2.7 3 refused uses");
    }

    [Fact]
    public async Task An_overlap_that_has_ended_is_not_shown()
    {
        var token = Token(1, "laptop");
        token.PreviousSecretExpiresAt = TestTime.Now.AddSeconds(-1);
        Answer(token);

        (await ShowAsync()).VisibleText().ShouldNotContain("old secret");
    }

    [Fact]
    public async Task A_token_is_renamed()
    {
        var page = await ShowAsync();
        page.Button("Rename phone").Click();
        page.WaitForElement("#description").Input("laptop");
        await page.Find("form").SubmitAsync();
        page.Find("#description-error").Text().ShouldBe("You already have a token with this description.");

        page.Find("#description").Input("tablet");
        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Descriptions(page).ShouldBe(["laptop", "tablet"]));
        (_sent?.Description, _sent?.Enabled, _sent?.ExpiresAt).ShouldBe(("tablet", null, null));
        page.VisibleText().ShouldContain("Renamed to “tablet”.");
    }

    [Fact]
    public async Task A_token_is_switched_off_after_a_confirmation_and_on_without()
    {
        var page = await ShowAsync();
        page.Button("Switch off phone").Click();
        page.WaitForElement("[role=dialog]").Text().ShouldContain("“phone” is refused at once, until you switch it on again.");
        page.Button("Switch off").Click();

        page.WaitForAssertion(() => page.VisibleText().ShouldContain("Switched off “phone”."));
        _sent.ShouldNotBeNull().Enabled.ShouldBe(false);
        page.VisibleText().ShouldContain("phoneswitched off");

        page.Button("Switch on phone").Click();
        page.WaitForAssertion(() => page.VisibleText().ShouldContain("Switched on “phone”."));
        _sent.ShouldNotBeNull().Enabled.ShouldBe(true);
        page.HasButton("Switch off phone").ShouldBeTrue();
    }

    [Fact]
    public async Task A_failed_switch_is_an_error_above_the_list()
    {
        Client.Setup(client => client.Tokens.UpdateAsync(2, It.IsAny<PersonalAccessTokenUpdate>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new HttpRequestException());
        var page = await ShowAsync();
        page.Button("Switch off phone").Click();
        page.WaitForElement("[role=dialog]");
        page.Button("Switch off").Click();

        page.WaitForAssertion(() => page.Alert().ShouldBe("“phone” was not switched off. The service cannot be reached. Check your connection and try again."));
        page.HasButton("Switch off phone").ShouldBeTrue();
    }

    [Fact]
    public async Task A_rotated_token_shows_its_new_secret_and_until_when_the_old_one_works()
    {
        Client.Setup(client => client.Tokens.RotateAsync(2, It.IsAny<TokenRotation?>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new IssuedPersonalAccessToken
            {
                Id = 2,
                Description = "phone",
                CreatedAt = TestTime.Now,
                ExpiresAt = TestTime.Now.AddDays(30),
                PreviousSecretExpiresAt = TestTime.Now.AddHours(1),
                Secret = "user:new",
            });
        var page = await ShowAsync();
        page.Button("Rotate phone").Click();
        page.WaitForElement("#overlap-meaning");
        await page.Find("form").SubmitAsync();

        page.WaitForElement("code.secret").TextContent.ShouldBe("user:new");
        page.VisibleText().ShouldContain("The old secret works until 3 May 2026, 09:00:00 (UTC+00:00).");
        page.CloseUncopied();
        page.WaitForAssertion(() => page.VisibleText().ShouldContain("Rotated “phone”."));
        page.Markup.ShouldNotContain("user:new");
        page.VisibleText().ShouldContain("The old secret works until 3 May 2026, 09:00");
    }

    [Fact]
    public async Task Expired_tokens_are_deleted_together()
    {
        Client.Setup(client => client.Tokens.RevokeExpiredAsync(It.IsAny<CancellationToken>())).ReturnsAsync(2);
        var (first, second) = (Token(3, "old"), Token(4, "older"));
        first.ExpiresAt = second.ExpiresAt = TestTime.Now;
        Answer(Token(1, "laptop"), first, second);
        var page = await ShowAsync();

        page.Button("Delete expired").Click();
        page.WaitForElement("[role=dialog]").Text().ShouldContain("2 expired tokens are deleted.");
        page.Button("Delete expired tokens").Click();

        page.WaitForAssertion(() => Descriptions(page).ShouldBe(["laptop"]));
        page.VisibleText().ShouldContain("Deleted 2 expired tokens.");
        page.HasButton("Delete expired").ShouldBeFalse();
    }

    [Fact]
    public async Task Without_expired_tokens_there_is_nothing_to_delete() => (await ShowAsync()).HasButton("Delete expired").ShouldBeFalse();

    private static PersonalAccessToken Changed(long id, PersonalAccessTokenUpdate update)
    {
        var token = Token(id, update.Description ?? "phone");
        token.Enabled = update.Enabled is false ? false : null;
        return token;
    }
}
