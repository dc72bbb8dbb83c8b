using Microsoft.Playwright;

namespace Unleash.Pat.EndToEndTests.Support;

/// <summary>What all tests share: the published program, one process of it, one browser. Made when first asked for.</summary>
public sealed class TestRun : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync",

        // To compile the runtime a second time, for speed, takes longer than any test runs.
        "--js-flags=--liftoff-only",
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
        Browsers = new(() => _browser.Value);
    }

    internal BrowserPool Browsers { get; }

    /// <summary>The process that most tests use.</summary>
    public Task<UiService> ServiceAsync() => _service.Value;

    /// <summary>The folder of the published program.</summary>
    public async Task<string> ProgramFolderAsync() => (await _program.Value).Folder;

    /// <summary>Another process, on a database of its own.</summary>
    public async Task<UiService> StartAsync(params (string Key, string Value)[] settings) =>
        await UiService.StartAsync(await ProgramFolderAsync(), settings);

    public ValueTask InitializeAsync()
    {
        // Only a failing test waits so long; a loaded machine must not fail one.
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
        return await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = BrowserProgram.Find(), Args = Arguments });
    }
}
