using Microsoft.JSInterop;

namespace Unleash.Pat.AdminUi.Common;

/// <summary>The little that the browser does not let .NET do.</summary>
internal sealed class BrowserScript(IJSRuntime runtime) : IAsyncDisposable
{
    private Task<IJSObjectReference>? _module;

    /// <summary>Puts a text into the clipboard.</summary>
    /// <returns>Whether the browser has taken it.</returns>
    public async Task<bool> CopyAsync(string text, CancellationToken cancellationToken) =>
        await (await ModuleAsync()).InvokeAsync<bool>("copy", cancellationToken, text);

    /// <summary>Puts the keyboard on the first field of a form that is at fault.</summary>
    public async Task FocusFaultAsync(string formId) => await (await ModuleAsync()).InvokeVoidAsync("focusFault", formId);

    /// <summary>What this browser was told to remember under a name, or <see langword="null"/>.</summary>
    public async Task<string?> RecallAsync(string name) => await (await ModuleAsync()).InvokeAsync<string?>("recall", name);

    /// <summary>Lets this browser remember how somebody likes the pages. Nothing of an account belongs there.</summary>
    public async Task RememberAsync(string name, string? value) => await (await ModuleAsync()).InvokeVoidAsync("remember", name, value);

    /// <summary>Calls <c>LookAsync</c> whenever somebody comes back to this tab.</summary>
    public async Task WatchReturnAsync<T>(DotNetObjectReference<T> watch)
        where T : class => await (await ModuleAsync()).InvokeVoidAsync("watchReturn", watch);

    /// <summary>Calls <c>Follow</c> whenever the system prefers another theme.</summary>
    public async Task WatchSystemThemeAsync<T>(DotNetObjectReference<T> watch)
        where T : class => await (await ModuleAsync()).InvokeVoidAsync("watchSystemTheme", watch);

    public async ValueTask DisposeAsync()
    {
        if (_module is { IsCompletedSuccessfully: true })
        {
            await _module.Result.DisposeAsync();
        }
    }

    private Task<IJSObjectReference> ModuleAsync() => _module ??= runtime.InvokeAsync<IJSObjectReference>("import", "./js/app.js").AsTask();
}
