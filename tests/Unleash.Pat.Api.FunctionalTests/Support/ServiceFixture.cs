using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Support;

/// <summary>One service on one fresh database, shared by the tests of a suite.</summary>
/// <typeparam name="TEngine">The engine.</typeparam>
public sealed class ServiceFixture<TEngine> : IAsyncDisposable
    where TEngine : IDatabaseEngine, new()
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private TestService? _service;

    public TEngine Engine { get; } = new();

    /// <summary>The service, started by the first test that asks: a fixture of its own accord cannot skip one.</summary>
    public async Task<TestService> GetAsync(ServiceOptions options)
    {
        await _turn.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            return _service ??= await TestService.StartAsync(
                await Engine.CreateDatabaseAsync(TestContext.Current.CancellationToken), options);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_service is not null)
        {
            await _service.DisposeAsync();
        }

        await Engine.DropAsync();
        _turn.Dispose();
    }
}
