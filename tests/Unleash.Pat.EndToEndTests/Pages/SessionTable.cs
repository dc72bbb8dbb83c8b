using Microsoft.Playwright;

namespace Unleash.Pat.EndToEndTests.Pages;

/// <summary>The list of the user's own sessions, or of another user's.</summary>
public sealed class SessionTable(IPage page, string endAll)
{
    /// <summary>The user agent of sessions that the tests start through the API.</summary>
    public const string ClientUserAgent = "Unleash.Pat.Client";

    public ILocator Rows => page.GetByRole(AriaRole.Table, new() { Name = "Sessions" }).GetByRole(AriaRole.Row)
        .Filter(new() { Has = page.GetByRole(AriaRole.Cell) });

    public ILocator EndAll => page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = endAll, Exact = true });

    public ILocator Error => page.GetByRole(AriaRole.Alert).Filter(new() { HasTextRegex = new("\\S"), Visible = true }).First;

    public FormDialogPage EndDialog => new(page, "End this session?", "End session");

    public FormDialogPage EndAllDialog => new(page, $"{endAll}?", endAll);

    public static SessionTable OfOwnAccount(IPage page) => new(page, "Sign out everywhere");

    public static SessionTable OfUser(IPage page) => new(page, "End all sessions");

    public ILocator Row(string browser) => Rows.Filter(new() { HasText = browser });

    /// <summary>Ends a session, and confirms it.</summary>
    public async Task EndAsync(string browser)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = $"End the session of {browser}", Exact = true }).ClickAsync();
        await EndDialog.Submit.ClickAsync();
    }

    public async Task EndAllAsync()
    {
        await EndAll.ClickAsync();
        await EndAllDialog.Submit.ClickAsync();
    }
}
