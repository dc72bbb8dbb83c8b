using Unleash.Pat.TestSupport.Needs;

namespace Unleash.Pat.EndToEndTests.Support;

/// <summary>Marks suites that need a browser.</summary>
internal sealed class NeedsBrowserAttribute : NeedsAttribute
{
    public override string? Missing => BrowserProgram.IsOutOfReach ? BrowserProgram.Missing : null;
}
