using Microsoft.Playwright;
using Unleash.Pat.Client;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Screenshots;

public sealed class EventLogScreenshotTests(TestRun run) : AdministrationTests(run)
{
    [Fact]
    public async Task The_event_log()
    {
        var admin = await AdministratorAsync();
        var user = await UserAsync(admin, Unique("changed"), "Before Hand");
        await admin.CreateTokenAsync("laptop");
        await admin.Client.Users.UpdateAsync(user.Id, new UserUpdate { Name = "After Wards", RootRole = RootRole.Editor }, Cancel);
        var events = await EventsAsync(admin, $"?userId={await IdAsync(admin)}");
        await Assertions.Expect(events.Rows).ToHaveCountAsync(5);
        await events.Page.ShouldRenderCorrectlyAsync("events");

        await events.OpenDetailsAsync(0);
        await events.Page.ShouldRenderCorrectlyAsync("events-details");

        await events.Page.Locator("summary").ClickAsync();
        await events.Kind.SelectOptionAsync("Token deleted");
        await Assertions.Expect(events.NothingFound).ToBeVisibleAsync();
        await events.Page.ShouldRenderCorrectlyAsync("events-nothing-found");
    }
}
