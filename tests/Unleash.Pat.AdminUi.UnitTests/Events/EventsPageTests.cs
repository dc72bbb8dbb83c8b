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
    public async Task The_service_is_asked_for_what_the_address_names(string query, string? type, int offset, long? userId)
    {
        await ShowAsync(query);

        _asked.ShouldHaveSingleItem().ShouldBe((type, 25, offset, userId));
    }

    [Fact]
    public async Task A_filter_is_kept_in_the_address_and_begins_at_the_first_page()
    {
        var page = await ShowAsync("?page=2");

        page.Find("#kind").Change("user-created");

        Address.ShouldBe("?type=user-created");
        page.WaitForAssertion(() => _asked[^1].ShouldBe(("user-created", 25, 0, null)));
        page.Button("Clear the filters").Click();
        Address.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_that_passes_the_filters_is_no_failure()
    {
        Answer(new Page<AuditEvent>([], 0));

        var page = await ShowAsync("?type=pat-deleted");

        page.VisibleText().ShouldContain("No events match these filters.");
        page.Alert().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_log_that_is_not_counted_to_its_end_is_said_to_be_longer()
    {
        Answer(new Page<AuditEvent>([new AuditEvent { Id = 9, Type = "pat-created", CreatedBy = "anna", CreatedAt = TestTime.Now }], 10_000) { IsTotalCapped = true });

        (await ShowAsync()).VisibleText().ShouldContain("more than 10,000");
    }

    [Fact]
    public async Task A_page_behind_the_last_gives_way_to_the_last()
    {
        Client.Setup(client => client.Events.GetPageAsync(It.Is<int>(offset => offset >= 50), It.IsAny<int>(), It.IsAny<AuditEventFilter?>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new Page<AuditEvent>([], 50));

        var page = await ShowAsync("?userId=1&page=7");

        page.WaitForAssertion(() => page.FindAll("tbody tr").Count.ShouldBe(1));
        Address.ShouldBe("?userId=1&page=2");
        page.VisibleText().ShouldNotContain("No events match these filters.");
    }

    [Fact]
    public async Task Events_that_do_not_load_are_a_failure()
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
