using Microsoft.Playwright;

namespace Unleash.Pat.EndToEndTests.Support;

/// <summary>Uses a page with the keyboard only.</summary>
internal static class KeyboardExtensions
{
    // A page of 25 tokens with four buttons each, and what stands around it.
    private const int Stops = 150;

    public static async Task FocusAndPressAsync(this IPage page, ILocator button)
    {
        await page.FocusWithTabAsync(button);
        await page.Keyboard.PressAsync("Enter");
    }

    public static async Task FocusAndTypeAsync(this IPage page, ILocator field, string text)
    {
        await page.FocusWithTabAsync(field);
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>Presses Tab until the element has the focus.</summary>
    public static async Task FocusWithTabAsync(this IPage page, ILocator target)
    {
        await Assertions.Expect(target).ToBeEnabledAsync();
        for (var stop = 0; stop < Stops; stop++)
        {
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"The keyboard does not reach {target}.");
    }
}
