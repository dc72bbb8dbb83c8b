using Bunit;
using Microsoft.AspNetCore.Components.Routing;
using Unleash.Pat.AdminUi.Layout;
using Unleash.Pat.AdminUi.UnitTests.Support;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.UnitTests.Tokens;

public class TokenDraftSendingTests : CreateTokenDialogTests
{
    private readonly TaskCompletionSource<IssuedPersonalAccessToken> _answer = new();

    [Fact]
    public async Task The_dialog_is_closed_with_the_token_and_its_secret()
    {
        var page = Open();
        Describe(page, "phone");

        await SubmitAsync(page);

        var created = (await Result)?.Data.ShouldBeOfType<IssuedPersonalAccessToken>();
        created?.Secret.ShouldBe("user:secret");
        page.WaitForState(() => !page.HasDialog());
        RefreshRequests.ShouldBe(0);
    }

    [Fact]
    public void Cancelling_sends_nothing()
    {
        var page = Open();
        Describe(page, "phone");

        page.Button("Cancel").Click();

        page.WaitForState(() => !page.HasDialog());
        Tokens.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task While_it_is_sent_a_second_submit_sends_nothing_and_asks_for_nothing()
    {
        Tokens.Answer = () => _answer.Task;
        var page = Open();
        Describe(page, "phone");
        var first = SubmitAsync(page);
        page.Button("Creating…").HasAttribute("disabled").ShouldBeTrue();

        await SubmitAsync(page);
        Tokens.Requests.Count.ShouldBe(1);
        RefreshRequests.ShouldBe(0);

        _answer.SetResult(new IssuedPersonalAccessToken { Secret = "user:secret" });
        await first;
        page.WaitForState(() => !page.HasDialog());
    }

    [Fact]
    public async Task Between_the_request_and_its_answer_nothing_closes_the_dialog_or_leaves_the_page()
    {
        Tokens.Answer = () => _answer.Task;
        var page = Open();
        var guard = Render<NavigationGuard>();
        Describe(page, "phone");
        var sent = SubmitAsync(page);

        page.Button("Cancel").HasAttribute("disabled").ShouldBeTrue();
        page.Dialog().Options.CloseOnEscapeKey.ShouldBe(false);
        page.Dialog().Options.CloseOnNavigation.ShouldBe(false);
        guard.FindComponent<NavigationLock>().Instance.ConfirmExternalNavigation.ShouldBeTrue();
        await page.InvokeAsync(() => Navigation.NavigateTo("profile"));
        Address.ShouldBeEmpty();

        await page.InvokeAsync(() => _answer.SetResult(new IssuedPersonalAccessToken { Secret = "user:secret" }));
        await sent;
        (await Result)?.Data.ShouldBeOfType<IssuedPersonalAccessToken>().Secret.ShouldBe("user:secret");
        guard.FindComponents<NavigationLock>().ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_the_answer_does_not_come_one_reads_that_the_token_may_exist_and_the_list_is_asked_for()
    {
        Tokens.Answer = () => Task.FromException<IssuedPersonalAccessToken>(new HttpRequestException());
        var page = Open();
        Describe(page, "phone");

        await SubmitAsync(page);

        page.Alert().ShouldBe(
            "The service cannot be reached. The token may have been created. If it is in the list, delete it and create another: its secret cannot be shown again.");
        RefreshRequests.ShouldBe(1);
    }

    [Theory]
    [InlineData(409, UnleashPatErrors.NameExists, "PAT description already exists.", "/body/description")]
    [InlineData(400, UnleashPatErrors.BadData, "PAT description cannot be empty.", "/body/description")]
    [InlineData(400, UnleashPatErrors.BadData, "The `/body/description` property must be string. You sent 1.", "/body/description")]
    public async Task A_refusal_about_the_description_is_told_there(int status, string name, string message, string path)
    {
        var page = await RefuseAsync(TestErrors.Create(status, name, TestErrors.Detail(message, path)));

        FieldError(page, "description").ShouldBe(message);
        page.Alert().ShouldBeEmpty();
        Script.VerifyInvoke("focusFirstInvalid");
        page.Find("#description").GetAttribute("value").ShouldBe("phone");
    }

    [Fact]
    public async Task An_instant_in_a_refusal_is_told_by_the_clock_here()
    {
        Time.SetLocalTimeZone(TestTime.SummerTime);
        var page = await RefuseAsync(TestErrors.Create(400, UnleashPatErrors.BadData, TestErrors.Detail("The expiry date should not be later than 2026-06-17T08:00:00.000Z.", "/body/expiresAt")));

        Meaning(page).ShouldBe("The expiry date should not be later than 17 Jun 2026, 10:00:00 (UTC+02:00).");
    }

    [Theory]
    [InlineData("The expiry date should be in future.")]
    [InlineData("The `/body/expiresAt` property must match format \"date-time\".")]
    public async Task A_refusal_about_the_expiry_is_told_there(string message)
    {
        var page = await RefuseAsync(TestErrors.Create(400, UnleashPatErrors.BadData, TestErrors.Detail(message, "/body/expiresAt")));

        Meaning(page).ShouldBe(message);
        FieldError(page, "description").ShouldBeNull();
        page.Alert().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refusal_about_no_field_is_told_at_the_top()
    {
        var page = await RefuseAsync(TestErrors.Create(403, UnleashPatErrors.OperationDenied, "Too many PATs (10) already exist for this user."));

        page.Alert().ShouldBe("Too many PATs (10) already exist for this user.");
        FieldError(page, "description").ShouldBeNull();
    }

    [Fact]
    public async Task After_a_refusal_the_list_is_told_that_it_may_be_old_and_the_draft_can_be_sent_again()
    {
        var page = await RefuseAsync(TestErrors.Create(409, UnleashPatErrors.NameExists, "PAT description already exists."));
        RefreshRequests.ShouldBe(1);

        Tokens.Answer = () => Task.FromResult(new IssuedPersonalAccessToken { Secret = "user:secret" });
        Describe(page, "other phone");
        FieldError(page, "description").ShouldBeNull();
        await SubmitAsync(page);

        page.WaitForState(() => !page.HasDialog());
        Tokens.Requests[^1].Description.ShouldBe("other phone");
        RefreshRequests.ShouldBe(1);
    }

    [Fact]
    public void No_stray_click_or_key_costs_the_draft()
    {
        var page = Open();

        page.Find(".mud-overlay").Click();

        page.HasDialog().ShouldBeTrue();
        page.Dialog().Options.CloseOnEscapeKey.ShouldBe(false);
    }

    private async Task<IRenderedComponent<Shell>> RefuseAsync(UnleashPatException refusal)
    {
        Tokens.Answer = () => Task.FromException<IssuedPersonalAccessToken>(refusal);
        var page = Open();
        Describe(page, "phone");
        await SubmitAsync(page);
        return page;
    }
}
