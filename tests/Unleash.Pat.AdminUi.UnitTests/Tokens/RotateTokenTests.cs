using Bunit;
using MudBlazor;
using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.AdminUi.Tokens;
using Unleash.Pat.AdminUi.UnitTests.Support;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.UnitTests.Tokens;

public class RotateTokenTests : ComponentTests
{
    private readonly FakeTokenCollection _tokens = new();
    private readonly PersonalAccessToken _token = new()
    {
        Id = 7,
        Description = "laptop",
        CreatedAt = TestTime.Now.AddDays(-20).AddMinutes(-1),
        ExpiresAt = TestTime.Now.AddDays(70),
    };

    [Fact]
    public async Task By_default_it_lives_as_long_again_and_the_old_secret_stops_at_once()
    {
        var (page, result) = await OpenAsync();
        page.Find("#expiry-meaning").Text().ShouldBe("Expires on 1 Aug 2026, 08:00:00 (UTC+00:00)");
        page.Find("#overlap-meaning").Text().ShouldBe("The old secret stops working at once");

        await page.Find("form").SubmitAsync();

        var sent = _tokens.Rotations.ShouldHaveSingleItem();
        (sent.ExpiresAt, sent.OverlapSeconds).ShouldBe((null, 0L));
        (await result).ShouldNotBeNull().Data.ShouldBeOfType<IssuedPersonalAccessToken>().Secret.ShouldBe("user:secret");
    }

    [Fact]
    public async Task The_overlap_is_said_in_words_and_sent()
    {
        var (page, _) = await OpenAsync();

        Choose(page, "overlap", "7 days");
        page.Find("#overlap-meaning").Text().ShouldBe("The old secret works until 10 May 2026, 08:00:00 (UTC+00:00)");
        Choose(page, "expiry", "30 days");
        await page.Find("form").SubmitAsync();

        var sent = _tokens.Rotations.ShouldHaveSingleItem();
        (sent.ExpiresAt, sent.OverlapSeconds).ShouldBe((TestTime.Now.AddDays(30), 604_800L));
    }

    [Fact]
    public async Task The_overlap_ends_with_the_old_expiry()
    {
        _token.ExpiresAt = TestTime.Now.AddHours(2);
        var (page, _) = await OpenAsync();

        Choose(page, "overlap", "1 day");

        page.Find("#overlap-meaning").Text().ShouldBe("The old secret works until 3 May 2026, 10:00:00 (UTC+00:00)");
    }

    [Fact]
    public async Task The_overlap_of_the_service_is_preselected()
    {
        Policy.RotationOverlap = "00:15:00";
        var (page, _) = await OpenAsync();

        page.FindAll("input[name=overlap]").Select(input => input.ParentElement!.Text()).ShouldBe(["No longer", "15 minutes", "1 hour", "1 day", "7 days"]);
        page.Find("input[name=overlap][checked]").ParentElement!.Text().ShouldBe("15 minutes");
    }

    [Fact]
    public async Task An_expired_token_has_no_secret_to_keep()
    {
        _token.ExpiresAt = TestTime.Now.AddDays(-1);
        Policy.RotationOverlap = "01:00:00";
        var (page, _) = await OpenAsync();
        page.FindAll("input[name=overlap]").ShouldBeEmpty();

        await page.Find("form").SubmitAsync();

        _tokens.Rotations.ShouldHaveSingleItem().OverlapSeconds.ShouldBe(0);
    }

    [Fact]
    public async Task A_token_that_never_expires_stays_so_where_that_is_allowed()
    {
        _token.ExpiresAt = Timestamps.Never;
        var (page, _) = await OpenAsync();
        page.Find("input[name=expiry][checked]").ParentElement!.Text().ShouldBe("Never");

        await page.Find("form").SubmitAsync();

        _tokens.Rotations.ShouldHaveSingleItem().ExpiresAt.ShouldBeNull();
    }

    [Fact]
    public async Task What_the_policy_forbids_is_not_offered()
    {
        _token.ExpiresAt = Timestamps.Never;
        Config.PersonalAccessTokens.MaxLifetime = 60 * 24 * 60 * 60;
        var (page, _) = await OpenAsync();

        page.FindAll("input[name=expiry]").Select(input => input.ParentElement!.Text()).ShouldBe(["7 days", "30 days", "60 days", "Custom"]);
        page.Find("input[name=expiry][checked]").ParentElement!.Text().ShouldBe("60 days");
    }

    private static void Choose(IRenderedComponent<Shell> page, string name, string choice) =>
        page.FindAll($"input[name={name}]").Single(input => input.ParentElement!.Text() == choice).Change("on");

    private async Task<(IRenderedComponent<Shell> Page, Task<DialogResult?> Result)> OpenAsync()
    {
        await BeginSessionAsync();
        return Open(
            new DialogParameters<RotateTokenDialog> { { dialog => dialog.Tokens, _tokens }, { dialog => dialog.Token, _token } },
            CreateTokenDialog.Options);
    }
}
