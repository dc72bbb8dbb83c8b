using Bunit;
using Moq;
using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.AdminUi.UnitTests.Support;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.UnitTests.Tokens;

public class TokenListTests : TokensPageTests
{
    [Fact]
    public async Task An_empty_list_offers_to_create_the_first_token()
    {
        var page = await ShowAsync();

        page.VisibleText().ShouldContain("No tokens yet");
        page.HasButton("Create the first token").ShouldBeTrue();
        page.FindAll("table").ShouldBeEmpty();
        page.Find(".count").Text().ShouldBe("0 of 10");
    }

    [Fact]
    public async Task An_error_is_not_an_empty_list_and_can_be_retried()
    {
        Client.Setup(client => client.Tokens.ListAsync(It.IsAny<CancellationToken>())).ThrowsAsync(new HttpRequestException());
        var page = await ShowAsync();
        page.Alert().ShouldContain("Could not load your tokens");
        page.VisibleText().ShouldNotContain("No tokens yet");
        page.Button("New token").HasAttribute("disabled").ShouldBeTrue();

        Answer(Token(1, "laptop"));
        page.Button("Try again").Click();
        Descriptions(page).ShouldBe(["laptop"]);
        page.Button("New token").HasAttribute("disabled").ShouldBeFalse();
    }

    [Fact]
    public async Task Tokens_are_counted_against_the_limit()
    {
        Answer(Token(1, "a"), Token(2, "b"), Token(3, "c"));

        (await ShowAsync()).Find(".count").Text().ShouldBe("3 of 10");
    }

    [Fact]
    public async Task At_the_limit_creating_is_disabled_with_an_explanation()
    {
        Config.PersonalAccessTokens.MaxPerUser = 2;
        Answer(Token(1, "a"), Token(2, "b"));
        var page = await ShowAsync();

        page.Button("New token").HasAttribute("disabled").ShouldBeTrue();
        page.VisibleText().ShouldContain("This account has reached the limit of 2 tokens.");
    }

    [Fact]
    public async Task A_row_shows_when_the_token_expires_was_created_and_was_last_seen()
    {
        Answer(new PersonalAccessToken { Id = 1, Description = "laptop", CreatedAt = TestTime.Now.AddDays(-2), ExpiresAt = TestTime.Now.AddDays(30), SeenAt = TestTime.Now.AddMinutes(-5) });
        var page = await ShowAsync();

        page.FindAll("tbody td[data-label]").Select(cell => cell.Text()).ShouldBe(["laptop", "All rights", "in 30 days 2 Jun 2026", "2 days ago", "5 minutes ago"]);
    }

    [Fact]
    public async Task Expired_expiring_and_never_expiring_tokens_are_marked()
    {
        Answer(
            new PersonalAccessToken { Id = 3, Description = "dead", CreatedAt = TestTime.Now.AddHours(-1), ExpiresAt = TestTime.Now.AddDays(-1), ExpiryWarning = ExpiryWarning.Expired },
            new PersonalAccessToken { Id = 2, Description = "old", CreatedAt = TestTime.Now.AddHours(-2), ExpiresAt = TestTime.Now.AddDays(3), ExpiryWarning = ExpiryWarning.ExpiresSoon },
            new PersonalAccessToken { Id = 1, Description = "eternal", CreatedAt = TestTime.Now.AddHours(-3), ExpiresAt = Timestamps.Never });
        var page = await ShowAsync();

        page.FindAll("td[data-label=Expires]").Select(cell => cell.Text()).ShouldBe(["1 day ago expired 2 May 2026", "in 3 days expires soon 6 May 2026", "Never expires"]);
        page.FindAll(".chip").Select(chip => chip.Text()).ShouldBe(["expired", "expires soon", "Never expires"]);
        page.FindAll("td[data-label='Last seen']").Select(cell => cell.Text()).ShouldAllBe(cell => cell == "Not used yet");
    }

    [Fact]
    public async Task A_description_is_text_and_not_markup()
    {
        Answer(Token(1, "<img src=x>"));
        var page = await ShowAsync();

        page.FindAll("img").ShouldBeEmpty();
        Descriptions(page).ShouldBe(["<img src=x>"]);
    }

    [Fact]
    public async Task With_tokens_switched_off_existing_ones_can_be_deleted_and_none_created()
    {
        Config.PersonalAccessTokens.Enabled = false;
        Answer(Token(1, "laptop"));
        var page = await ShowAsync();

        page.VisibleText().ShouldContain("Creating tokens is switched off on this service.");
        page.HasButton("New token").ShouldBeFalse();
        Descriptions(page).ShouldBe(["laptop"]);
        page.HasButton("Delete laptop").ShouldBeTrue();
    }

    [Fact]
    public async Task With_tokens_switched_off_an_empty_list_offers_nothing()
    {
        Config.PersonalAccessTokens.Enabled = false;

        (await ShowAsync()).HasButton("Create the first token").ShouldBeFalse();
    }
}
