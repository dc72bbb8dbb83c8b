using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components.Routing;
using MudBlazor;
using Unleash.Pat.AdminUi.Tokens;
using Unleash.Pat.AdminUi.UnitTests.Support;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.UnitTests.Tokens;

public class SecretDialogTests : ComponentTests
{
    private const string Secret = "user:v2_nyHTiehGp9xAPn0L";

    private readonly IssuedPersonalAccessToken _token = new() { Id = 1, Description = "laptop", Secret = Secret };

    [Fact]
    public void The_secret_is_shown_with_a_warning_that_this_happens_once()
    {
        var page = Open();

        page.Find("code").TextContent.ShouldBe(Secret);
        page.VisibleText().ShouldContain("Copy the token now. It is not stored and cannot be shown again.");
    }

    [Theory]
    [InlineData(true, "Copied.")]
    [InlineData(false, "The browser did not allow it. Select the text and copy it.")]
    public void Copying_reports_whether_the_browser_allowed_it(bool isDone, string text)
    {
        Script.Setup<bool>("copy", Secret).SetResult(isDone);
        var page = Open();
        page.Status().ShouldBeEmpty();

        page.Button("Copy token").Click();

        page.Status().ShouldBe(text);
    }

    [Fact]
    public void Only_its_button_closes_it()
    {
        var page = Open();

        page.Find(".mud-overlay").Click();

        page.Find("code").TextContent.ShouldBe(Secret);
        page.Dialog().Options.CloseOnEscapeKey.ShouldBe(false);
        page.FindAll("[role=dialog] button").Select(button => button.Text()).ShouldBe(["Copy token", "I have copied it, close"]);
    }

    [Fact]
    public void Navigation_is_blocked_and_closing_the_tab_asks_first()
    {
        var page = Open();

        Navigation.NavigateTo("profile");

        Address.ShouldBeEmpty();
        Navigation.History.ShouldHaveSingleItem().State.ShouldBe(NavigationState.Prevented);
        page.Find("code").TextContent.ShouldBe(Secret);
        page.FindComponent<NavigationLock>().Instance.ConfirmExternalNavigation.ShouldBeTrue();
    }

    [Fact]
    public void Closing_removes_the_secret_from_the_page()
    {
        var page = Open();

        page.Button("I have copied it, close").Click();

        page.WaitForState(() => !page.HasDialog());
        _token.Secret.ShouldBeEmpty();
        page.Markup.ShouldNotContain(Secret);
        Navigation.NavigateTo("profile");
        Address.ShouldBe("profile");
    }

    private IRenderedComponent<Shell> Open() =>
        Open(new DialogParameters<SecretDialog> { { dialog => dialog.Token, _token } }, SecretDialog.Options).Page;
}
