using Microsoft.Playwright;

namespace Unleash.Pat.EndToEndTests.Support;

/// <summary>What a person does who has no mouse.</summary>
internal static class Keys
{
    private const int Stops = 80;

    /// <summary>Goes to a button and presses it.</summary>
    public static async Task GoAndPressAsync(this IPage page, ILocator button)
    {
        await page.GoToAsync(button);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Goes to a field and types into it.</summary>
    public static async Task GoAndTypeAsync(this IPage page, ILocator field, string text)
    {
        await page.GoToAsync(field);
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>Presses the tab key until the focus is there.</summary>
    public static async Task GoToAsync(this IPage page, ILocator target)
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
