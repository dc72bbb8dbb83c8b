using Bunit;
using Moq;
using Unleash.Pat.AdminUi.Events;
using Unleash.Pat.AdminUi.UnitTests.Support;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.UnitTests.Events;

public class EventsPageTests : ComponentTests
{
    private readonly List<(string? Type, int? Limit, int? Offset, long? UserId)> _asked = [];

    public EventsPageTests()
    {
        Me.Permissions = [new GrantedPermission { Permission = "ADMIN" }];
        Client.Setup(client => client.Users.ListAsync(It.IsAny<CancellationToken>()))
            .Returns(new[] { new User { Id = 1, Username = "anna" } }.ToAsyncEnumerable());
        Client.Setup(client => client.ServiceAccounts.ListAsync(It.IsAny<CancellationToken>())).ReturnsAsync([]);
        Answer(new Page<AuditEvent>([new AuditEvent { Id = 9, Type = "pat-created", CreatedBy = "anna", CreatedByUserId = 1, CreatedAt = TestTime.Now }], 80));
    }

    [Theory]
    [InlineData("", null, 0, null)]
    [InlineData("?type=pat-created&userId=1&page=3", "pat-created", 50, 1L)]
    [InlineData("?type=&userId=abc&page=-1", null, 0, null)]
    public async Task The_address_determines_the_request(string query, string? type, int offset, long? userId)
    {
        await ShowAsync(query);

        _asked.ShouldHaveSingleItem().ShouldBe((type, 25, offset, userId));
    }

    [Fact]
    public async Task A_filter_is_kept_in_the_address_and_starts_at_the_first_page()
    {
        var page = await ShowAsync("?page=2");

        page.Find("#kind").Change("user-created");

        Address.ShouldBe("?type=user-created");
        page.WaitForAssertion(() => _asked[^1].ShouldBe(("user-created", 25, 0, null)));
        page.Button("Clear the filters").Click();
        Address.ShouldBeEmpty();
    }

    [Fact]
    public async Task No_matching_event_is_not_an_error()
    {
        Answer(new Page<AuditEvent>([], 0));

        var page = await ShowAsync("?type=pat-deleted");

        page.VisibleText().ShouldContain("No events match these filters.");
        page.Alert().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_capped_total_is_shown_as_such()
    {
        Answer(new Page<AuditEvent>([new AuditEvent { Id = 9, Type = "pat-created", CreatedBy = "anna", CreatedAt = TestTime.Now }], 10_000) { IsTotalCapped = true });

        (await ShowAsync()).VisibleText().ShouldContain("more than 10,000");
    }

    [Fact]
    public async Task A_page_beyond_the_last_is_replaced_by_the_last()
    {
        Client.Setup(client => client.Events.GetPageAsync(It.Is<int>(offset => offset >= 50), It.IsAny<int>(), It.IsAny<AuditEventFilter?>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new Page<AuditEvent>([], 50));

        var page = await ShowAsync("?userId=1&page=7");

        page.WaitForAssertion(() => page.FindAll("tbody tr").Count.ShouldBe(1));
        Address.ShouldBe("?userId=1&page=2");
        page.VisibleText().ShouldNotContain("No events match these filters.");
    }

    [Fact]
    public async Task An_error_is_shown_if_the_events_cannot_be_loaded()
    {
        Client.Setup(client => client.Events.GetPageAsync(It.IsAny<int>(), It.IsAny<int>(), It.IsAny<AuditEventFilter?>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(TestErrors.WithoutBody(503));

        var page = await ShowAsync();

        page.Alert().ShouldContain("Could not load the events");
        page.VisibleText().ShouldNotContain("No events yet.");
    }

    private void Answer(Page<AuditEvent> events) =>
        Client.Setup(client => client.Events.GetPageAsync(It.IsAny<int>(), It.IsAny<int>(), It.IsAny<AuditEventFilter?>(), It.IsAny<CancellationToken>()))
            .Callback((int offset, int limit, AuditEventFilter? filter, CancellationToken _) => _asked.Add((filter?.Type, limit, offset, filter?.UserId)))
            .ReturnsAsync(events);

    private async Task<IRenderedComponent<Shell>> ShowAsync(string query = "")
    {
        await BeginSessionAsync();
        Navigation.NavigateTo(query);
        return Show<EventsPage>();
    }
}
