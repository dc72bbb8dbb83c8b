using Microsoft.Extensions.DependencyInjection;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.Application.Events;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Http;

/// <summary>docs/api.md, section 4: what the service could not foresee.</summary>
public abstract class FailureTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private const string Internals = "Server=10.0.0.7;Password=hunter2";

    protected override ServiceOptions Options => new()
    {
        Services = services => services.AddSingleton<IEventRepository, BrokenRepository>(),
    };

    [Fact]
    public async Task An_unexpected_failure_tells_its_id_and_nothing_else()
    {
        var answer = await Service.Administrator.GetAsync(ServiceClient.Events);

        var error = answer.ShouldBeError(500, "InternalError");
        answer.Body.ShouldNotContain("hunter2");
        answer.Body.ShouldNotContain("Exception");
        answer.Body.ShouldNotContain(nameof(BrokenRepository));
        Service.Logs.Lines.ShouldContain(line =>
            line.Contains($"{error.Id}", StringComparison.Ordinal) && line.Contains(Internals, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_service_goes_on_afterwards()
    {
        await Service.Administrator.GetAsync(ServiceClient.Events);

        await (await Service.AccountAsync()).Client.IssueAsync();
    }

    private sealed class BrokenRepository : IEventRepository
    {
        public Task<EventPage> GetPageAsync(EventFilter filter, EventSlice slice, CancellationToken cancellationToken) =>
            throw new InvalidOperationException(Internals);

        public Task<EventPage> GetBatchAsync(EventFilter filter, EventSlice slice, CancellationToken cancellationToken) =>
            throw new InvalidOperationException(Internals);

        public TimeSpan CommitDelay => TimeSpan.Zero;

        public Task<long> GetNewestIdAsync(CancellationToken cancellationToken) => Task.FromResult(0L);

        public Task<IReadOnlyList<EventCreator>> GetCreatorsAsync(int accounts, CancellationToken cancellationToken) =>
            throw new InvalidOperationException(Internals);

        public Task<bool> FillSubjectsAsync(int count, CancellationToken cancellationToken) => Task.FromResult(false);

        public Task<int> IndexAsync(long upTo, int count, CancellationToken cancellationToken) => Task.FromResult(0);
    }
}
