using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Pages;

/// <summary>The list of users or of service accounts.</summary>
public sealed class AccountListPage(IPage page, string address, string item) : UiPage(page)
{
    public ILocator New => Button($"New {item}");

    public FormDialogPage CreateDialog => new(Page, $"New {item}", $"Create {item}");

    public FormDialogPage DeleteDialog => new(Page, $"Delete this {item}?", $"Delete {item}");

    private string Title => $"{char.ToUpperInvariant(item[0])}{item[1..]}s";

    public static AccountListPage OfUsers(IPage page) => new(page, "admin/users", "user");

    public static AccountListPage OfServiceAccounts(IPage page) => new(page, "admin/service-accounts", "service account");

    public ILocator Delete(string name) => Button($"Delete {name}");

    public ILocator Row(string name) => Rows.Filter(new() { Has = Delete(name) });

    public Task OpenAsync(UiService service, string query = "") => OpenAsync(service, address + query, Title);

    public async Task<FormDialogPage> StartCreatingAsync()
    {
        await New.ClickAsync();
        await Assertions.Expect(CreateDialog.Heading).ToBeVisibleAsync();
        return CreateDialog;
    }

    public async Task<FormDialogPage> StartDeletingAsync(string name)
    {
        await Delete(name).ClickAsync();
        await Assertions.Expect(DeleteDialog.Heading).ToBeVisibleAsync();
        return DeleteDialog;
    }

    /// <summary>Asserts the names in the first column, from top to bottom. Most users of the tests have no password.</summary>
    public Task ShouldListAsync(params string[] names) =>
        Assertions.Expect(Rows.Locator(Page.GetByRole(AriaRole.Cell).First))
            .ToHaveTextAsync(names.Select(text => new Regex($"^\\s*{Regex.Escape(text)}\\s*(no password)?\\s*$")).ToArray());
}
