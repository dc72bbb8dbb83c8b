using Microsoft.Playwright;

namespace Unleash.Pat.EndToEndTests.Pages;

public sealed class DeleteTokenDialog(IPage page)
{
    public ILocator Heading => page.GetByText("Delete this token?", new() { Exact = true });

    public ILocator Confirm => Dialog.GetByRole(AriaRole.Button, new() { NameRegex = new("^Delete") });

    public ILocator Cancel => Dialog.GetByRole(AriaRole.Button, new() { Name = "Cancel", Exact = true });

    private ILocator Dialog => page.GetByRole(AriaRole.Dialog);
}
