using System.Text.Json;
using AngleSharp.Dom;
using Bunit;
using Moq;
using Unleash.Pat.AdminUi.Events;
using Unleash.Pat.AdminUi.Inventory;
using Unleash.Pat.AdminUi.Layout;
using Unleash.Pat.AdminUi.ServiceAccounts;
using Unleash.Pat.AdminUi.Tokens;
using Unleash.Pat.AdminUi.UnitTests.Support;
using Unleash.Pat.AdminUi.Users;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.UnitTests.Common;

/// <summary>User-written text does not change the text around it, wherever it is shown.</summary>
public class UserTextTests : ComponentTests
{
    private const string Word = "evil";

    // The end of an isolate, then a right-to-left override.
    private const string Hostile = $"\u2069\u202E{Word}";

    public UserTextTests()
    {
        Me.Permissions = [new GrantedPermission { Permission = "ADMIN" }];
        Me.User.Name = Me.User.Username = Me.User.Email = Hostile;
        var token = new PersonalAccessToken { Id = 1, Description = Hostile, CreatedAt = TestTime.Now, ExpiresAt = TestTime.Now.AddDays(1) };
        var user = new User { Id = 5, Name = Hostile, Username = Hostile, Email = Hostile };
        var account = new ServiceAccount { Id = 6, Name = Hostile, Username = Hostile };
        Client.Setup(client => client.Tokens.ListAsync(It.IsAny<CancellationToken>())).ReturnsAsync([token]);
        Client.Setup(client => client.Tokens.RevokeAsync(It.IsAny<long>(), It.IsAny<CancellationToken>())).ThrowsAsync(new HttpRequestException());
        Client.Setup(client => client.ServiceAccounts.ListTokensAsync(It.IsAny<long>(), It.IsAny<CancellationToken>())).ReturnsAsync([token]);
        Client.Setup(client => client.ServiceAccounts.ListAsync(It.IsAny<CancellationToken>())).ReturnsAsync([account]);
        Client.Setup(client => client.Users.ListAsync(It.IsAny<CancellationToken>())).Returns(new[] { user }.ToAsyncEnumerable());
        Client.Setup(client => client.Users.GetAsync(It.IsAny<long>(), It.IsAny<CancellationToken>())).ReturnsAsync(user);
        Client.Setup(client => client.Users.DeleteAsync(It.IsAny<long>(), It.IsAny<CancellationToken>())).Returns(Task.CompletedTask);
        Client.Setup(client => client.Inventory.GetPageAsync(
                It.IsAny<InventoryFilter?>(), It.IsAny<InventorySort>(), It.IsAny<bool>(), It.IsAny<int>(), It.IsAny<string?>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new InventoryCursorPage([Held()], 1, null));
        Client.Setup(client => client.Users.ListSessionsAsync(It.IsAny<long>(), It.IsAny<CancellationToken>())).ReturnsAsync([Begun()]);
        Client.Setup(client => client.Sessions.ListAsync(It.IsAny<CancellationToken>())).ReturnsAsync([Begun()]);
        Client.Setup(client => client.Roles.ListAsync(It.IsAny<CancellationToken>())).ReturnsAsync([]);
        Client.Setup(client => client.Account.GetProfileAsync(It.IsAny<CancellationToken>())).ReturnsAsync(new Client.Profile { RootRole = new Role { Name = "Admin" } });
        Client.Setup(client => client.Events.GetPageAsync(It.IsAny<string?>(), It.IsAny<int>(), It.IsAny<AuditEventFilter?>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new AuditEventCursorPage([Event()], 1));
    }

    public static TheoryData<Type, int?, int> Places => new()
    {
        { typeof(TokensPage), null, 2 },
        { typeof(UsersPage), null, 4 },
        { typeof(UserPage), 5, 9 },
        { typeof(ServiceAccountsPage), null, 3 },
        { typeof(ServiceAccountPage), 6, 8 },
        { typeof(ProfilePage), null, 6 },
        { typeof(AllTokensPage), null, 6 },
        { typeof(EventsPage), null, 4 },
        { typeof(MainLayout), null, 2 },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public async Task It_is_isolated_on_a_page(Type place, int? id, int times)
    {
        var page = await ShowAsync(place, id);

        ShouldBeIsolated(page, times);
    }

    [Fact]
    public async Task It_is_isolated_in_a_search()
    {
        Navigation.NavigateTo($"?search={Uri.EscapeDataString(Hostile)}x");

        ShouldBeIsolated(await ShowAsync(typeof(TokensPage)), 1);
    }

    [Fact]
    public async Task It_is_isolated_in_a_confirmation_an_error_and_a_success()
    {
        var tokens = await ShowAsync(typeof(TokensPage));
        tokens.FindAll("button").Single(button => button.GetAttribute("aria-label")?.StartsWith($"Delete \u2068\u202E{Word}", StringComparison.Ordinal) is true).Click();
        tokens.WaitForElement("[role=dialog]");
        ShouldBeIsolated(tokens, 3);

        tokens.Button("Delete token").Click();

        tokens.WaitForAssertion(() => tokens.Alert().ShouldContain("was not deleted"));
        ShouldBeIsolated(tokens, 3);
    }

    [Fact]
    public async Task It_is_isolated_in_notifications()
    {
        var users = await ShowAsync(typeof(UsersPage));
        users.FindAll("button").Single(button => button.GetAttribute("aria-label")?.Contains(Word, StringComparison.Ordinal) is true).Click();
        users.WaitForElement("[role=dialog]");
        users.Button("Delete user").Click();

        users.WaitForAssertion(() => users.VisibleText().ShouldContain("Deleted"));
        ShouldBeIsolated(users, 1);
    }

    private static InventoryToken Held() => new()
    {
        Id = 1,
        Description = Hostile,
        LastUsedFrom = Hostile,
        CreatedAt = TestTime.Now,
        ExpiresAt = TestTime.Now.AddDays(1),
        Owner = new TokenHolder { Id = 5, Name = Hostile, Enabled = true },
    };

    private static Session Begun() => new() { Id = 1, UserAgent = Hostile, Address = Hostile };

    private static AuditEvent Event() => new()
    {
        Id = 1,
        Type = "pat-created",
        CreatedBy = Hostile,
        CreatedByUserId = 1,
        SubjectUserId = 5,
        Subject = Hostile,
        TokenId = 7,
        CreatedAt = TestTime.Now,
        Data = JsonSerializer.SerializeToElement(new { description = Hostile }),
    };

    private static void ShouldBeIsolated(IRenderedComponent<Shell> page, int times)
    {
        var texts = page.Nodes.SelectMany(node => node.GetDescendantsAndSelf()).OfType<IText>().Where(text => text.TextContent.Contains(Word, StringComparison.Ordinal)).ToList();
        var labels = page.Nodes.SelectMany(node => node.GetDescendantsAndSelf()).OfType<IElement>()
            .SelectMany(element => element.Attributes)
            .Where(attribute => attribute.Value.Contains(Word, StringComparison.Ordinal) && attribute.Name is not ("value" or "href"))
            .ToList();

        (texts.Count + labels.Count).ShouldBeGreaterThanOrEqualTo(times);
        texts.Where(text => text.ParentElement!.Closest("bdi") is null).ShouldAllBe(text => IsIsolated(text.TextContent));
        texts.ShouldAllBe(text => !text.TextContent.Contains($"\u2069\u202E{Word}", StringComparison.Ordinal));
        labels.ShouldAllBe(label => IsIsolated(label.Value));
    }

    private static bool IsIsolated(string text) => text.Contains($"\u2068\u202E{Word}\u2069", StringComparison.Ordinal);

    private async Task<IRenderedComponent<Shell>> ShowAsync(Type place, int? id = null)
    {
        await BeginSessionAsync();
        var page = Render<Shell>(shell => shell.Add(it => it.ChildContent, builder =>
        {
            builder.OpenComponent(0, place);
            if (id is not null)
            {
                builder.AddAttribute(1, "Id", (long)id);
            }

            builder.CloseComponent();
        }));
        page.WaitForAssertion(() => page.Markup.ShouldContain(Word));
        return page;
    }
}
