using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Unleash.Pat.EndToEndTests.Support;

/// <summary>What a person is told at a field.</summary>
internal static class FieldChecks
{
    /// <summary>Asserts that these words stand at the field, also for those who only hear them.</summary>
    public static async Task ShouldBeRefusedAsync(this ILocator field, string words)
    {
        await Assertions.Expect(field).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(field).ToHaveAccessibleDescriptionAsync(new Regex(words));
    }
}
