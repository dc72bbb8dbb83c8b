using Microsoft.Playwright;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests;

/// <summary>News about what has been done.</summary>
public sealed class NoticeTests(TestRun run) : BrowserTests(run)
{
    private const string Covered = """
        () => {
            const notice = document.querySelector('.mud-snackbar').getBoundingClientRect();
            return [...document.querySelectorAll('main button, main a, main input, main select, header button, header a, [role=dialog] button')]
                .filter(element => element.checkVisibility())
                .filter(element => {
                    const { left, right, top, bottom } = element.getBoundingClientRect();
                    return left < notice.right && right > notice.left && top < notice.bottom && bottom > notice.top;
                })
                .map(element => element.outerHTML.slice(0, 160));
        }
        """;

    [Theory]
    [InlineData(Look.Phone)]
    [InlineData(Look.Tablet)]
    [InlineData(Look.Desktop)]
    public async Task They_cover_nothing_that_can_be_pressed(int width)
    {
        var person = await Service.PersonAsync();
        await person.IssueAsync(9);
        var tokens = await TokensAsync(person);
        await tokens.Page.SetViewportSizeAsync(width, Look.Height);
        var before = await tokens.Title.BoundingBoxAsync();
        await (await tokens.StartDeletingAsync("token 9")).Confirm.ClickAsync();
        await tokens.ShouldTellAsync("Deleted “token 9”.");

        (await tokens.Page.EvaluateAsync<string[]>(Covered)).ShouldBeEmpty();
        (await tokens.Title.BoundingBoxAsync())!.Y.ShouldBe(before!.Y);
    }

    [Fact]
    public async Task They_are_gone_after_a_sign_out()
    {
        ExpectStatus(401);
        var person = await Service.PersonAsync();
        await person.IssueAsync("laptop");
        var tokens = await TokensAsync(person);
        await (await tokens.StartDeletingAsync("laptop")).Confirm.ClickAsync();
        await tokens.ShouldTellAsync("Deleted “laptop”.");

        await tokens.SignOut.ClickAsync();

        var signIn = new SignInPage(tokens.Page);
        await Assertions.Expect(signIn.Heading).ToBeVisibleAsync();
        await Assertions.Expect(tokens.Page.GetByText("Deleted “laptop”.")).ToHaveCountAsync(0);
        await signIn.SignInAsync(person.Name, person.Password);
        await Assertions.Expect(tokens.Title).ToBeVisibleAsync();
        await Assertions.Expect(tokens.Page.GetByText("Deleted “laptop”.")).ToHaveCountAsync(0);
    }
}
