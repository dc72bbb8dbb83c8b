using Dapper;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Infrastructure.IntegrationTests.Support;
using Unleash.Pat.Infrastructure.Persistence;
using Unleash.Pat.Infrastructure.Persistence.Migrations;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Migrations;

/// <summary>Events of the release before are found by what they were done to, as far as the service has come with them.</summary>
public abstract class EventSubjectMigrationTests<TEngine>(DatabaseFixture<TEngine> fixture) : DatabaseTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private const long User = 7;
    private const long Admin = 1;
    private const long Token = 42;

    private const string Insert = """
        INSERT INTO events (type, created_by, created_by_user_id, created_at, data, pre_data)
        VALUES (@Type, @By, @ById, @At, @Data, @PreData)
        """;

    private static readonly (string Type, long? By, string? Data, string? PreData)[] Old =
    [
        (EventType.UserCreated, Admin, """{"id":7,"username":"ann"}""", null),
        (EventType.PatCreated, User, """{"id":42,"description":"own"}""", null),
        (EventType.AdminTokenCreated, User, """{"id":42,"tokenName":"ci"}""", null),
        (EventType.UserSignedIn, User, """{"address":"::1"}""", null),
        (EventType.PatUpdated, Admin, """{"id":42,"ownerId":7}""", """{"id":42,"ownerId":7}"""),
        (EventType.SessionsEnded, Admin, """{"userId":7,"ended":1}""", null),
        (EventType.PatDeleted, null, """{"id":42,"ownerId":7,"reason":"unused"}""", null),
        (EventType.UserDeleted, Admin, null, """{"id":7}"""),
        (EventType.AuthenticationFailed, null, """{"address":"::1","count":3}""", null),
    ];

    protected override bool Migrated => false;

    [Fact]
    public async Task They_are_completed_from_the_newest_on()
    {
        await Get<IMigrationTarget>().MigrateThroughAsync("0009", Cancel);
        foreach (var old in Old)
        {
            await InsertAsync(old.Type, old.By, old.Data, old.PreData);
        }

        await Fixture.MigrateAsync(Fixture.Node());
        var events = Get<IEventRepository>();

        (await TypesAsync(new EventFilter { SubjectUserId = User })).ShouldBeEmpty();
        (await events.FillSubjectsAsync(5, Cancel)).ShouldBeTrue();
        (await TypesAsync(new EventFilter { SubjectUserId = User })).ShouldBe([EventType.UserDeleted, EventType.PatDeleted, EventType.SessionsEnded, EventType.PatUpdated]);
        (await events.FillSubjectsAsync(5, Cancel)).ShouldBeFalse();
        (await events.FillSubjectsAsync(5, Cancel)).ShouldBeFalse();

        (await TypesAsync(new EventFilter { SubjectUserId = User })).ShouldBe(
            [EventType.UserDeleted, EventType.PatDeleted, EventType.SessionsEnded, EventType.PatUpdated, EventType.UserSignedIn, EventType.PatCreated, EventType.UserCreated]);
        (await TypesAsync(new EventFilter { SubjectUserId = Admin })).ShouldBeEmpty();
        (await TypesAsync(new EventFilter { TokenId = Token })).ShouldBe([EventType.PatDeleted, EventType.PatUpdated, EventType.PatCreated]);
    }

    private Task<int> InsertAsync(string type, long? by, string? data, string? preData)
    {
        var parameters = new DynamicParameters(new { Type = type, By = "somebody", ById = by, Data = data, PreData = preData });
        parameters.Add("At", Now);
        return Get<Database>().WriteAsync(transaction => transaction.ExecuteAsync(Insert, parameters, Cancel), Cancel);
    }

    private async Task<IReadOnlyList<string>> TypesAsync(EventFilter filter) =>
        [.. (await Get<IEventRepository>().GetPageAsync(filter, new EventSlice(100), Cancel)).Events.Select(entry => entry.Type)];
}
