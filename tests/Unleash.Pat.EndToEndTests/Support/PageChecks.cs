using System.Text;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Unleash.Pat.EndToEndTests.Support;

/// <summary>What holds for every page and dialog, in whatever state.</summary>
internal static class PageChecks
{
    private const string EndOfAnimations = """
        () => Promise.allSettled(document.getAnimations()
            .filter(animation => animation.effect.getComputedTiming().endTime !== Infinity)
            .map(animation => animation.finished))
        """;

    private const string Overflow = "document.scrollingElement.scrollWidth - innerWidth";

    /// <summary>
    /// Takes a picture at every width and in both themes, and asserts that nothing is cut off at the side and that axe finds no
    /// fault.
    /// </summary>
    public static async Task ShouldBeSoundAsync(this IPage page, string name)
    {
        foreach (var look in Look.All)
        {
            await look.ApplyAsync(page);

            // A picture, or a colour, of something half faded in is of no use.
            await page.EvaluateAsync(EndOfAnimations);
            await Screenshots.TakeAsync(page, name, look);
            (await page.EvaluateAsync<int>(Overflow)).ShouldBeLessThanOrEqualTo(0, $"{name} can be scrolled sideways at {look}.");

            // What a tablet shows is on a desktop too.
            if (look.Width != Look.Tablet)
            {
                await page.ShouldBeAccessibleAsync($"{name} at {look}");
            }
        }
    }

    private static async Task ShouldBeAccessibleAsync(this IPage page, string name)
    {
        var violations = (await page.RunAxe()).Violations;
        var told = new StringBuilder();
        foreach (var violation in violations)
        {
            told.AppendLine().Append(violation.Id).Append(": ").Append(violation.Help);
            foreach (var node in violation.Nodes)
            {
                told.AppendLine().Append("    ").Append(node.Target).Append(' ').Append(node.Html);
            }
        }

        violations.ShouldBeEmpty($"axe, {name}:{told}");
    }
}
