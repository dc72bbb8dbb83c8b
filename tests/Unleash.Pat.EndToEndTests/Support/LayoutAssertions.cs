using Microsoft.Playwright;

namespace Unleash.Pat.EndToEndTests.Support;

/// <summary>
/// Assertions about the layout. They wait as Playwright's own do: for a moment after a resize, a tooltip that is closing
/// is still where it was opened.
/// </summary>
internal static class LayoutAssertions
{
    private const string Overflow = """
        () => {
            const excess = document.scrollingElement.scrollWidth - innerWidth;
            const outside = [...document.querySelectorAll('body *')]
                .map(element => [element, element.getBoundingClientRect()])
                .filter(([, { right }]) => right > innerWidth + 1)
                .map(([element, { left, right }]) => `${Math.round(left)} to ${Math.round(right)}: ${element.outerHTML.slice(0, 160)}`);
            return excess > 0 ? [`${excess} pixels more than the window's ${innerWidth}`, ...outside] : [];
        }
        """;

    /// <summary>Waits until nothing makes the page scroll sideways. The message lists what does.</summary>
    public static Task ShouldFitAsync(this IPage page, string state) => page.ShouldFindNothingAsync(Overflow, $"{state} scrolls sideways");

    /// <summary>Waits until a function of the page that lists faults returns an empty array. The message lists them.</summary>
    public static async Task ShouldFindNothingAsync(this IPage page, string faults, string message)
    {
        try
        {
            await page.WaitForFunctionAsync($"() => ({faults})().length === 0");
        }
        catch (TimeoutException)
        {
            (await page.EvaluateAsync<string[]>(faults)).ShouldBeEmpty(message);
        }
    }
}
