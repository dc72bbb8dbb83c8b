using System.Text;
using Deque.AxeCore.Commons;
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

    // The report is long: axe lists one node of what passes, and all of what does not.
    private static readonly HashSet<ResultType> Violations = [ResultType.Violations];

    private static readonly RunOnlyOptions Colours = new() { Type = "rule", Values = ["color-contrast", "link-in-text-block"] };

    /// <summary>
    /// Asserts at every width in both themes that nothing overflows sideways and that axe finds no violation, and takes the
    /// screenshots if they are wanted.
    /// </summary>
    public static async Task ShouldRenderCorrectlyAsync(this IPage page, string name)
    {
        foreach (var viewport in Viewport.All.Where(viewport => Screenshot.AreWanted || viewport != Viewport.Repeated))
        {
            await viewport.ApplyAsync(page);

            // A half-finished animation would show in the screenshot and distort the contrast.
            await page.EvaluateAsync(EndOfAnimations);
            await Screenshot.TakeAsync(page, name, viewport);
            await page.ShouldFitAsync($"{name} at {viewport}");

            // The tablet's elements are on the desktop too.
            if (viewport.Width != Viewport.Tablet)
            {
                await page.ShouldBeAccessibleAsync(viewport, name);
            }
        }
    }

    // The theme changes nothing but colours, so the other rules run once at each width.
    private static async Task ShouldBeAccessibleAsync(this IPage page, Viewport viewport, string name)
    {
        var only = viewport == Viewport.Smallest || viewport == Viewport.Default ? null : Colours;
        var violations = (await page.RunAxe(new() { ResultTypes = Violations, RunOnly = only })).Violations;
        var report = new StringBuilder();
        foreach (var violation in violations)
        {
            report.AppendLine().Append(violation.Id).Append(": ").Append(violation.Help);
            foreach (var node in violation.Nodes)
            {
                report.AppendLine().Append("    ").Append(node.Target).Append(' ').Append(node.Html);
            }
        }

        violations.ShouldBeEmpty($"axe, {name} at {viewport}:{report}");
    }
}
