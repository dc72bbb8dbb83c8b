using Bunit;
using Moq;
using Unleash.Pat.AdminUi.Inventory;
using Unleash.Pat.AdminUi.UnitTests.Support;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.UnitTests.Inventory;

public abstract class AllTokensPageTests : ComponentTests
{
    protected AllTokensPageTests()
    {
        Me.Permissions = [new GrantedPermission { Permission = "ADMIN" }];
        Answer(2, null, Token(1, "laptop"), Token(2, "deploy"));
    }

    /// <summary>The requests for a page of the list, without those that only count.</summary>
    private protected List<(InventoryFilter Filter, InventorySort Sort, bool IsDescending, string? Cursor)> Asked { get; } = [];

    private protected List<InventoryFilter> Counted { get; } = [];

    protected static InventoryToken Token(long id, string description) => new()
    {
        Id = id,
        Description = description,
        CreatedAt = TestTime.Now.AddHours(-id),
        ExpiresAt = TestTime.Now.AddDays(30),
        Owner = new TokenHolder { Id = id, Name = $"Owner {id}", Enabled = true, AccountType = id == 1 ? AccountType.User : AccountType.ServiceAccount },
    };

    private protected static IEnumerable<string> Descriptions(IRenderedComponent<Shell> page) =>
        page.FindAll("td[data-label=Description]").Select(cell => cell.Text());

    private protected void Answer(long total, string? next, params InventoryToken[] tokens) =>
        Client.Setup(client => client.Inventory.GetPageAsync(
                It.IsAny<InventoryFilter?>(), It.IsAny<InventorySort>(), It.IsAny<bool>(), It.IsAny<int>(), It.IsAny<string?>(), It.IsAny<CancellationToken>()))
            .Callback<InventoryFilter?, InventorySort, bool, int, string?, CancellationToken>((filter, sort, isDescending, limit, cursor, _) => Note(filter!, sort, isDescending, limit, cursor))
            .ReturnsAsync(new InventoryCursorPage(tokens, total, next));

    private protected async Task<IRenderedComponent<Shell>> ShowAsync(string query = "")
    {
        await BeginSessionAsync();
        Navigation.NavigateTo($"admin/tokens{query}");
        return Show<AllTokensPage>();
    }

    private void Note(InventoryFilter filter, InventorySort sort, bool isDescending, int limit, string? cursor)
    {
        if (limit == 1)
        {
            Counted.Add(filter);
        }
        else
        {
            Asked.Add((filter, sort, isDescending, cursor));
        }
    }
}
