using Microsoft.Playwright;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;
using Unleash.Pat.TestSupport;

namespace Unleash.Pat.EndToEndTests.Layout;

public sealed class NotificationTests(TestRun run) : BrowserTests(run)
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
    [InlineData(Viewport.Phone)]
    [InlineData(Viewport.Tablet)]
    [InlineData(Viewport.Desktop)]
    public async Task They_cover_no_control(int width)
    {
        var user = await Service.CreateUserAsync();
        await user.CreateTokensAsync(9);
        var tokens = await TokensAsync(user);
        await tokens.Page.SetViewportSizeAsync(width, Viewport.Height);
        var before = await TitleAsync();
        await (await tokens.StartDeletingAsync("token 9")).Confirm.ClickAsync();
        await tokens.ShouldShowAsync("Deleted “token 9”.");

        await tokens.Page.ShouldFindNothingAsync(Covered, "The notification covers controls");
        (await Eventually.GetAsync(TitleAsync, top => top == before, within: null, Cancel)).ShouldBe(before);

        async Task<float> TitleAsync() => (await tokens.Title.BoundingBoxAsync())!.Y;
    }

    [Fact]
    public async Task They_disappear_after_signing_out()
    {
        ExpectStatus(401);
        var user = await Service.CreateUserAsync();
        await user.CreateTokenAsync("laptop");
        var tokens = await TokensAsync(user);
        await (await tokens.StartDeletingAsync("laptop")).Confirm.ClickAsync();
        await tokens.ShouldShowAsync("Deleted “laptop”.");

        await tokens.SignOut.ClickAsync();

        var signIn = new SignInPage(tokens.Page);
        await Assertions.Expect(signIn.Heading).ToBeVisibleAsync();
        await Assertions.Expect(tokens.Page.GetByText("Deleted “laptop”.")).ToHaveCountAsync(0);
        await signIn.SignInAsync(user.Name, user.Password);
        await Assertions.Expect(tokens.Title).ToBeVisibleAsync();
        await Assertions.Expect(tokens.Page.GetByText("Deleted “laptop”.")).ToHaveCountAsync(0);
    }
}
