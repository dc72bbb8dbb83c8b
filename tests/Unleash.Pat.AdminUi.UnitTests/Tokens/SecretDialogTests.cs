using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;
using Unleash.Pat.AdminUi.Forms;
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

        page.Find("code.secret").TextContent.ShouldBe(Secret);
        page.VisibleText().ShouldContain("Copy the token now. It is not stored and cannot be shown again.");
        page.VisibleText().ShouldContain("Not copied yet");
    }

    [Fact]
    public void Copying_comes_first_and_closing_is_the_quieter_button()
    {
        var page = Open();

        var buttons = page.FindAll("[role=dialog] button");
        buttons.Select(button => button.Text()).ShouldBe(["Copy token", "Copy command", "Close"]);
        buttons.Select(button => button.ClassList.Contains("mud-button-filled-primary")).ShouldBe([true, false, false]);
        JSInterop.VerifyFocusAsyncInvoke().Arguments[0].ShouldBeElementReferenceTo(buttons[0]);
    }

    [Fact]
    public void After_copying_it_closes_without_a_question()
    {
        Copies(true);
        var page = Open();
        page.Status().ShouldBeEmpty();

        page.Button("Copy token").Click();
        page.Status().ShouldBe("Copied.");
        page.VisibleText().ShouldNotContain("Not copied yet");
        page.Button("Close").Click();

        page.WaitForState(() => !page.HasDialog());
    }

    [Fact]
    public void A_copy_that_the_browser_did_not_allow_is_none()
    {
        Copies(false);
        var page = Open();

        page.Button("Copy token").Click();

        page.Status().ShouldBe("The browser did not allow it. Select the text and copy it.");
        page.Button("Close").Click();
        page.Alert().ShouldBe("The token has not been copied, and cannot be shown again.");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_copy_by_hand_and_one_of_a_snippet_count(bool isByHand)
    {
        Copies(true);
        var page = Open();

        if (isByHand)
        {
            page.Find("code.secret").TriggerEvent("oncopy", new ClipboardEventArgs());
        }
        else
        {
            page.Button("Copy command").Click();
        }

        page.VisibleText().ShouldNotContain("Not copied yet");
    }

    [Fact]
    public void It_asks_once_before_a_secret_is_lost_and_can_stay_open()
    {
        var page = Open();

        page.Button("Close").Click();
        page.Alert().ShouldBe("The token has not been copied, and cannot be shown again.");
        var keep = page.Button("Keep open");
        JSInterop.Invocations["Blazor._internal.domWrapper.focus"][^1].Arguments[0].ShouldBeElementReferenceTo(keep);
        keep.Click();
        page.Find("code.secret").TextContent.ShouldBe(Secret);

        page.CloseUncopied();
        page.WaitForState(() => !page.HasDialog());
    }

    [Fact]
    public void Neither_Escape_nor_a_click_beside_it_closes_it()
    {
        var page = Open();

        page.Find(".mud-overlay").Click();

        page.Find("code.secret").TextContent.ShouldBe(Secret);
        page.Dialog().Options.CloseOnEscapeKey.ShouldBe(false);
    }

    [Fact]
    public void Navigation_is_blocked_and_closing_the_tab_asks_first()
    {
        var page = Open();

        Navigation.NavigateTo("profile");

        Address.ShouldBeEmpty();
        Navigation.History.ShouldHaveSingleItem().State.ShouldBe(NavigationState.Prevented);
        page.Find("code.secret").TextContent.ShouldBe(Secret);
        page.FindComponent<NavigationLock>().Instance.ConfirmExternalNavigation.ShouldBeTrue();
    }

    [Fact]
    public void Closing_removes_the_secret_from_the_page()
    {
        var page = Open();

        page.CloseUncopied();

        page.WaitForState(() => !page.HasDialog());
        _token.Secret.ShouldBeEmpty();
        page.Markup.ShouldNotContain(Secret);
        Navigation.NavigateTo("profile");
        Address.ShouldBe("profile");
    }

    [Fact]
    public void Each_snippet_has_the_secret_and_the_description_of_the_API_is_a_link()
    {
        var page = Open();

        foreach (var choice in page.FindAll(".snippets .choice").Select(choice => choice.Text()).ToList())
        {
            page.FindAll(".snippets .choice").Single(label => label.Text() == choice).QuerySelector("input")!.Change("on");
            page.Find(".sample").TextContent.ShouldContain(Secret);
            page.Find(".sample").GetAttribute("aria-label").ShouldBe(choice);
        }

        page.Find(".snippets a").GetAttribute("href").ShouldBe("docs/openapi/");
        page.Find(".snippets a").GetAttribute("target").ShouldBe("_blank");
    }

    private void Copies(bool isAllowed) => Script.Setup<bool>("copy", _ => true).SetResult(isAllowed);

    private IRenderedComponent<Shell> Open() =>
        Open(new DialogParameters<SecretDialog> { { dialog => dialog.Token, _token } }, ShownOnceDialog.Options).Page;
}
