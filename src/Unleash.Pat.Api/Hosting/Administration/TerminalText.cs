using System.Globalization;
using System.Text;

namespace Unleash.Pat.Api.Hosting.Administration;

/// <summary>Texts of other people, for a terminal.</summary>
internal static class TerminalText
{
    // Threat: a description with control characters would write anything to the administrator's terminal.
    public static string Of(string text)
    {
        var shown = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            shown.Append(Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format ? "\uFFFD" : rune.ToString());
        }

        return shown.ToString();
    }
}
