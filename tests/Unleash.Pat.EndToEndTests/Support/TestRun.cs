using Microsoft.Playwright;

namespace Unleash.Pat.EndToEndTests.Support;

/// <summary>Shared by all tests: the published program, a process of it, and a browser. Each is created on first use.</summary>
public sealed class TestRun : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync",

        // A new page uses the code that another page of the same context has compiled.
        "--process-per-site",
    ];

    private readonly Lazy<Task<PublishedProgram>> _program;
    private readonly Lazy<Task<UiService>> _service;
    private readonly Lazy<Task<IBrowser>> _browser;
    private IPlaywright? _playwright;

    public TestRun()
    {
        _program = new(PublishedProgram.PublishAsync);
        _service = new(() => StartAsync([]));
        _browser = new(LaunchAsync);
        Browsers = new(() => _browser.Value, () => _service.Value);
    }

    internal BrowserPool Browsers { get; }

    /// <summary>The shared process.</summary>
    public Task<UiService> ServiceAsync() => _service.Value;

    public async Task<string> ProgramFolderAsync() => (await _program.Value).Folder;

    /// <summary>Starts another process with its own database.</summary>
    public async Task<UiService> StartAsync(params (string Key, string Value)[] settings) =>
        await UiService.StartAsync(await ProgramFolderAsync(), settings);

    public ValueTask InitializeAsync()
    {
        // Long, because only a failing test waits for it.
        Assertions.SetDefaultExpectTimeout((float)TestSupport.Eventually.Timeout.TotalMilliseconds);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser.IsValueCreated && _browser.Value.IsCompletedSuccessfully)
        {
            await (await _browser.Value).DisposeAsync();
        }

        _playwright?.Dispose();
        if (_service.IsValueCreated && _service.Value.IsCompletedSuccessfully)
        {
            await (await _service.Value).DisposeAsync();
        }

        if (_program.IsValueCreated && _program.Value.IsCompletedSuccessfully)
        {
            (await _program.Value).Dispose();
        }
    }

    private async Task<IBrowser> LaunchAsync()
    {
        _playwright = await Playwright.CreateAsync();
        return await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = BrowserExecutable.Find(), Args = Arguments });
    }
}
