using Microsoft.Playwright;

namespace Unleash.Pat.EndToEndTests.Pages;

/// <summary>A dialog with a form or a confirmation.</summary>
public sealed class FormDialogPage(IPage page, string title, string action)
{
    public ILocator Heading => page.GetByRole(AriaRole.Heading, new() { Name = title, Exact = true });

    public ILocator Submit => Button(action);

    public ILocator Cancel => Button("Cancel");

    public ILocator Role => Dialog.GetByRole(AriaRole.Combobox, new() { Name = "Role" });

    public ILocator Error => Dialog.GetByRole(AriaRole.Alert).Filter(new() { HasTextRegex = new("\\S"), Visible = true }).First;

    private ILocator Dialog => page.GetByRole(AriaRole.Dialog).Filter(new() { Has = Heading });

    public ILocator Field(string label) => Dialog.GetByLabel(label, new() { Exact = true });

    public async Task FillAsync(params (string Label, string Text)[] fields)
    {
        foreach (var (label, text) in fields)
        {
            await Field(label).FillAsync(text);
        }
    }

    public async Task SendAsync(params (string Label, string Text)[] fields)
    {
        await FillAsync(fields);
        await Submit.ClickAsync();
    }

    private ILocator Button(string name) => Dialog.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
