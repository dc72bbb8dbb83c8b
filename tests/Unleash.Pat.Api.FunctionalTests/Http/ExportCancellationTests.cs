using Microsoft.Extensions.DependencyInjection;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.Application.Events;
using Unleash.Pat.TestSupport;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Http;

/// <summary>An export is written while it is read, and nothing more is read once its reader has gone.</summary>
public abstract class ExportCancellationTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    protected override ServiceOptions Options => new()
    {
        Services = services => services.AddSingleton<IEventRepository, EndlessLog>(),
    };

    [Theory]
    [InlineData("text/csv")]
    [InlineData("application/x-ndjson")]
    public async Task A_reader_who_goes_ends_it(string accept)
    {
        var log = (EndlessLog)Service.Services.GetRequiredService<IEventRepository>();
        var before = log.Cancelled;
        using (var http = new HttpClient { BaseAddress = Service.Address })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, ServiceClient.Events);
            request.Headers.TryAddWithoutValidation("authorization", TestService.AdminToken);
            request.Headers.Add("accept", accept);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
            await using var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
            (await body.ReadAsync(new byte[100], TestContext.Current.CancellationToken)).ShouldBeGreaterThan(0);
        }

        (await Eventually.GetAsync(
            () => Task.FromResult(log.Cancelled), cancelled => cancelled > before, null, TestContext.Current.CancellationToken)).ShouldBeGreaterThan(before);
    }

    private sealed class EndlessLog : IEventRepository
    {
        private static readonly EventRecord Entry = new(1, "pat-created", "somebody", 1, DateTimeOffset.UnixEpoch, """{"id":1}""", null);

        private int _batches;
        private int _cancelled;

        public int Cancelled => Volatile.Read(ref _cancelled);

        public async Task<EventPage> GetBatchAsync(EventFilter filter, EventSlice slice, CancellationToken cancellationToken)
        {
            // The first ones are there at once; the reader goes while the service waits for more.
            if (Interlocked.Increment(ref _batches) % 3 == 0)
            {
                try
                {
                    await Task.Delay(Timeout.Infinite, cancellationToken);
                }
                finally
                {
                    Interlocked.Increment(ref _cancelled);
                }
            }

            return new EventPage([.. Enumerable.Repeat(Entry, 1000)], default) { Older = new EventPosition(1, IsNewer: false) };
        }

        public Task<EventPage> GetPageAsync(EventFilter filter, EventSlice slice, CancellationToken cancellationToken) =>
            GetBatchAsync(filter, slice, cancellationToken);

        public TimeSpan CommitDelay => TimeSpan.Zero;

        public Task<long> GetNewestIdAsync(CancellationToken cancellationToken) => Task.FromResult(0L);

        public Task<IReadOnlyList<EventCreator>> GetCreatorsAsync(int accounts, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<EventCreator>>([]);

        public Task<bool> FillSubjectsAsync(int count, CancellationToken cancellationToken) => Task.FromResult(false);

        public Task<int> IndexAsync(long upTo, int count, CancellationToken cancellationToken) => Task.FromResult(0);
    }
}
