using System.Text;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Unleash.Pat.EndToEndTests.Support;

/// <summary>Checks for every page and dialog, in any state.</summary>
internal static class PageAssertions
{
    private const string EndOfAnimations = """
        () => Promise.allSettled(document.getAnimations()
            .filter(animation => animation.effect.getComputedTiming().endTime !== Infinity)
            .map(animation => animation.finished))
        """;

    private const string Overflow = "document.scrollingElement.scrollWidth - innerWidth";

    /// <summary>
    /// Takes a screenshot at every width in both themes, and asserts that nothing overflows sideways and that axe finds no
    /// violation.
    /// </summary>
    public static async Task ShouldRenderCorrectlyAsync(this IPage page, string name)
    {
        foreach (var viewport in Viewport.All)
        {
            await viewport.ApplyAsync(page);

            // A half-finished animation would show in the screenshot and distort the contrast.
            await page.EvaluateAsync(EndOfAnimations);
            await Screenshot.TakeAsync(page, name, viewport);
            (await page.EvaluateAsync<int>(Overflow)).ShouldBeLessThanOrEqualTo(0, $"{name} can be scrolled sideways at {viewport}.");

            // The tablet's elements are on the desktop too.
            if (viewport.Width != Viewport.Tablet)
            {
                await page.ShouldBeAccessibleAsync($"{name} at {viewport}");
            }
        }
    }

    private static async Task ShouldBeAccessibleAsync(this IPage page, string name)
    {
        var violations = (await page.RunAxe()).Violations;
        var report = new StringBuilder();
        foreach (var violation in violations)
        {
            report.AppendLine().Append(violation.Id).Append(": ").Append(violation.Help);
            foreach (var node in violation.Nodes)
            {
                report.AppendLine().Append("    ").Append(node.Target).Append(' ').Append(node.Html);
            }
        }

        violations.ShouldBeEmpty($"axe, {name}:{report}");
    }
}
