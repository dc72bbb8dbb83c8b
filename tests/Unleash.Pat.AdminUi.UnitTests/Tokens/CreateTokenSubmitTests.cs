using Bunit;
using Microsoft.AspNetCore.Components.Routing;
using Unleash.Pat.AdminUi.Layout;
using Unleash.Pat.AdminUi.UnitTests.Support;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.UnitTests.Tokens;

public class CreateTokenSubmitTests : CreateTokenDialogTests
{
    private readonly TaskCompletionSource<IssuedPersonalAccessToken> _answer = new();

    [Fact]
    public async Task The_dialog_is_closed_with_the_token_and_its_secret()
    {
        var page = Open();
        Describe(page, "phone");

        await SubmitAsync(page);

        var created = (await Result).ShouldNotBeNull().Data.ShouldBeOfType<IssuedPersonalAccessToken>();
        created.Secret.ShouldBe("user:secret");
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
    public async Task While_it_is_being_sent_a_second_submit_does_nothing()
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
    public async Task Until_the_response_arrives_nothing_closes_the_dialog_or_leaves_the_page()
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
        (await Result).ShouldNotBeNull().Data.ShouldBeOfType<IssuedPersonalAccessToken>().Secret.ShouldBe("user:secret");
        guard.FindComponents<NavigationLock>().ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_response_it_says_that_the_token_may_exist_and_refreshes_the_list()
    {
        Tokens.Answer = () => Task.FromException<IssuedPersonalAccessToken>(new HttpRequestException());
        var page = Open();
        Describe(page, "phone");

        await SubmitAsync(page);

        page.Alert().ShouldBe(
            "The service cannot be reached. The token may have been created. If it is in the list, delete it and create another: its secret cannot be shown again.");
        RefreshRequests.ShouldBe(1);
    }

    [Fact]
    public void Neither_a_click_beside_the_dialog_nor_Escape_closes_it()
    {
        var page = Open();

        page.Find(".mud-overlay").Click();

        page.HasDialog().ShouldBeTrue();
        page.Dialog().Options.CloseOnEscapeKey.ShouldBe(false);
    }
}
