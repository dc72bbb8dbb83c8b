using Unleash.Pat.Application.Events;
using Unleash.Pat.Infrastructure.IntegrationTests.Support;
using Unleash.Pat.Infrastructure.Persistence;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Repositories;

/// <summary>A log of more events than are counted.</summary>
public abstract class EventLogSizeTests<TEngine>(DatabaseFixture<TEngine> fixture) : DatabaseTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private const int Doublings = 14;
    private const int Size = 1 << Doublings;

    private const string Double = """
        INSERT INTO events (type, created_by, created_by_user_id, created_at, data, pre_data)
        SELECT type, created_by, created_by_user_id, created_at, data, pre_data FROM events
        """;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        if (!(await GetAsync(0)).HasMore)
        {
            await FillAsync();
        }
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("full", null)]
    [InlineData(null, 7L)]
    [InlineData("full", 7L)]
    public async Task The_first_page_says_that_there_are_more_than_were_counted(string? type, long? userId)
    {
        var page = await GetAsync(0, type, userId);

        page.Total.ShouldBe(new EventTotal(EventFilter.MaxCounted, true));
        page.HasMore.ShouldBeTrue();
    }

    [Fact]
    public async Task A_page_further_back_says_that_there_are_as_many_as_it_has_come_by()
    {
        (await GetAsync(12_000)).Total.ShouldBe(new EventTotal(12_100, true));
        (await GetAsync(Size - 5)).Total.ShouldBe(new EventTotal(Size, false));
    }

    private Task<EventPage> GetAsync(int offset, string? type = null, long? userId = null) =>
        Get<IEventRepository>().GetAsync(new EventFilter(100, offset, type, userId), Cancel);

    private Task<int> FillAsync() => Get<Database>().WriteAsync(
        async transaction =>
        {
            await transaction.RecordAsync(new AuditEvent("full", "somebody", 7, Now, new { Text = "of many" }), Cancel);
            for (var number = 0; number < Doublings; number++)
            {
                await transaction.ExecuteAsync(Double, null, Cancel);
            }

            return Size;
        },
        Cancel);
}
