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

    private const string WithoutEdges = """
        () => [...document.querySelectorAll('button:not(.sort), .mud-dialog, .mud-paper, .mud-alert, .mud-snackbar, select, input:not([type=radio], [type=checkbox]), .chip, .choice:not(.scope)')]
            .filter(element => element.checkVisibility() && !element.matches('.visually-hidden'))
            .filter(element => {
                const { borderTopWidth, borderTopStyle } = getComputedStyle(element);
                return !(parseFloat(borderTopWidth) > 0) || borderTopStyle === 'none';
            })
            .map(element => element.outerHTML.slice(0, 200))
        """;

    // What a window of 1280 by 1024 pixels shows at 200 % and at 400 % (WCAG 2.2, 1.4.4 and 1.4.10).
    private static readonly (int Width, int Height)[] Zoomed = [(640, 512), (320, 256)];

    // The report is long: axe lists one node of what passes, and all of what does not.
    private static readonly HashSet<ResultType> Violations = [ResultType.Violations];

    private static readonly RunOnlyOptions Colours = new() { Type = "rule", Values = ["color-contrast", "link-in-text-block"] };

    /// <summary>
    /// Asserts at every width in both themes that nothing overflows sideways and that axe finds no violation, that it still
    /// fits when it is zoomed, and that forced colours leave every control a border. Takes the screenshots if they are wanted.
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

        await page.ShouldFitZoomedAsync(name);
        await page.ShouldHaveEdgesInForcedColoursAsync();
    }

    /// <summary>Asserts that every control has a border, which is all that forced colours leave of it.</summary>
    public static Task ShouldHaveEdgesAsync(this IPage page) => page.ShouldFindNothingAsync(WithoutEdges, "Controls without a border");

    private static async Task ShouldFitZoomedAsync(this IPage page, string name)
    {
        foreach (var (width, height) in Zoomed)
        {
            await page.SetViewportSizeAsync(width, height);
            await page.ShouldFitAsync($"{name} in {width} by {height} pixels");
        }

        await Viewport.Default.ApplyAsync(page);
    }

    private static async Task ShouldHaveEdgesInForcedColoursAsync(this IPage page)
    {
        await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        await page.ShouldHaveEdgesAsync();
        await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.None });
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
