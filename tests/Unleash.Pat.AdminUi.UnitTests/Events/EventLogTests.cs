using System.Text.Json;
using Bunit;
using Moq;
using Moq.Language.Flow;
using Unleash.Pat.AdminUi.Events;
using Unleash.Pat.AdminUi.UnitTests.Support;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.UnitTests.Events;

/// <summary>The event log with a mocked service, which records what it is asked.</summary>
public abstract class EventLogTests : ComponentTests
{
    protected EventLogTests()
    {
        Me.Permissions = [new GrantedPermission { Permission = "ADMIN" }];
        Client.Setup(client => client.ServiceAccounts.ListAsync(It.IsAny<CancellationToken>())).ReturnsAsync([]);
        Client.Setup(client => client.Users.GetAsync(It.IsAny<long>(), It.IsAny<CancellationToken>())).ReturnsAsync(new User { Id = 2, Username = "bob" });
        Answer(Page(Event(9)));
    }

    protected List<(string? Cursor, int Limit, AuditEventFilter Filter)> Asked { get; } = [];

    protected static AuditEventCursorPage Page(params AuditEvent[] events) => new(events, events.Length);

    protected static AuditEvent Event(
        long id, string type = "pat-created", string? data = null, long? subjectId = null, string? subject = null, long? token = null) => new()
        {
            Id = id,
            Type = type,
            CreatedBy = "anna",
            CreatedByUserId = 1,
            CreatedAt = TestTime.Now,
            Data = data is null ? null : JsonSerializer.Deserialize<JsonElement>(data),
            SubjectUserId = subjectId,
            Subject = subject,
            TokenId = token,
        };

    protected void Answer(AuditEventCursorPage page) => Record(Setup(), page);

    /// <summary>Answers at one place of the log.</summary>
    protected void Answer(string? cursor, AuditEventCursorPage page) => Record(Setup(cursor), page);

    protected ISetup<IUnleashPatClient, Task<AuditEventCursorPage>> Setup() =>
        Client.Setup(client => client.Events.GetPageAsync(It.IsAny<string?>(), It.IsAny<int>(), It.IsAny<AuditEventFilter?>(), It.IsAny<CancellationToken>()));

    protected ISetup<IUnleashPatClient, Task<AuditEventCursorPage>> Setup(string? cursor) =>
        Client.Setup(client => client.Events.GetPageAsync(cursor, It.IsAny<int>(), It.IsAny<AuditEventFilter?>(), It.IsAny<CancellationToken>()));

    protected async Task<IRenderedComponent<Shell>> ShowAsync(string query = "")
    {
        await BeginSessionAsync();
        Navigation.NavigateTo(query);
        return Show<EventsPage>();
    }

    private void Record(ISetup<IUnleashPatClient, Task<AuditEventCursorPage>> setup, AuditEventCursorPage page) => setup
        .Callback((string? cursor, int limit, AuditEventFilter? filter, CancellationToken _) => Asked.Add((cursor, limit, filter!)))
        .ReturnsAsync(page);
}
