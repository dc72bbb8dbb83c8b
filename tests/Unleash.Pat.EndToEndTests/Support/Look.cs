using Microsoft.Playwright;

namespace Unleash.Pat.EndToEndTests.Support;

/// <summary>How wide a person's window is, and what their system prefers.</summary>
public sealed record Look(int Width, ColorScheme Theme)
{
    public static Look Usual { get; } = new(1280, ColorScheme.Light);

    /// <summary>The smallest phone and a desktop, in both themes.</summary>
    public static TheoryData<int, ColorScheme> All => new()
    {
        { 360, ColorScheme.Light },
        { 360, ColorScheme.Dark },
        { 1280, ColorScheme.Light },
        { 1280, ColorScheme.Dark },
    };
}
