using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Unleash.Pat.EndToEndTests.Support;

internal static class FieldAssertions
{
    /// <summary>Asserts that the field shows this error, for screen readers too.</summary>
    public static async Task ShouldShowErrorAsync(this ILocator field, string text)
    {
        await Assertions.Expect(field).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(field).ToHaveAccessibleDescriptionAsync(new Regex(text));
    }
}
