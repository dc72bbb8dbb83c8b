using Bunit;
using Unleash.Pat.AdminUi.UnitTests.Support;

namespace Unleash.Pat.AdminUi.UnitTests.Tokens;

public class CreateTokenExpiryTests : CreateTokenDialogTests
{
    [Fact]
    public async Task The_default_of_30_days_is_shown_as_a_date_and_left_to_the_service()
    {
        var page = Open();
        Meaning(page).ShouldBe("Expires on 2 Jun 2026, 08:00:00 (UTC+00:00)");

        Describe(page, "phone");
        await SubmitAsync(page);

        Sent.ExpiresAt.ShouldBeNull();
    }

    [Fact]
    public async Task A_token_that_never_expires_has_a_warning()
    {
        var page = Open();
        page.FindAll(".mud-alert").ShouldBeEmpty();

        Choose(page, "Never");
        Meaning(page).ShouldStartWith("A token that never expires works until it is deleted");

        Describe(page, "phone");
        await SubmitAsync(page);
        Sent.ExpiresAt.ShouldBe(new DateTimeOffset(9999, 12, 31, 23, 59, 59, 999, TimeSpan.Zero));
    }

    [Fact]
    public async Task A_custom_date_is_local_time()
    {
        Time.SetLocalTimeZone(TestTime.SummerTime);
        var page = Open();
        Choose(page, "Custom");
        page.Find("input[type=datetime-local]").GetAttribute("value").ShouldBe("2026-06-02T10:00");

        Pick(page, "2026-12-24T18:00");
        Meaning(page).ShouldBe("Expires on 24 Dec 2026, 18:00:00 (UTC+01:00)");

        Describe(page, "phone");
        await SubmitAsync(page);
        Sent.ExpiresAt.ShouldBe(new DateTimeOffset(2026, 12, 24, 17, 0, 0, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("2026-05-03T08:00", "The expiry must be in the future.")]
    [InlineData("2025-01-01T00:00", "The expiry must be in the future.")]
    [InlineData("", "Choose a date and time.")]
    public async Task A_past_or_missing_expiry_is_an_error_and_is_not_sent(string localTime, string error)
    {
        var page = Open();
        Describe(page, "phone");
        Choose(page, "Custom");

        Pick(page, localTime);
        Meaning(page).ShouldBe(error);
        page.Find("input[type=datetime-local]").GetAttribute("aria-invalid").ShouldBe("true");
        await SubmitAsync(page);
        Tokens.Requests.ShouldBeEmpty();

        Choose(page, "7 days");
        Meaning(page).ShouldStartWith("Expires on 10 May 2026");
    }

    [Fact]
    public async Task An_expiry_that_passes_while_the_dialog_is_open_is_an_error()
    {
        var page = Open();
        Describe(page, "phone");
        Choose(page, "Custom");
        Pick(page, "2026-05-03T08:01");
        Meaning(page).ShouldStartWith("Expires on");

        Time.Advance(TimeSpan.FromMinutes(2));
        await SubmitAsync(page);

        Meaning(page).ShouldBe("The expiry must be in the future.");
        Tokens.Requests.ShouldBeEmpty();
    }
}
