using Unleash.Pat.TestSupport.Needs;

namespace Unleash.Pat.EndToEndTests.Support;

internal sealed class NeedsBrowserAttribute : NeedsAttribute
{
    public override string? Missing => BrowserExecutable.IsOutOfReach ? BrowserExecutable.Missing : null;
}
