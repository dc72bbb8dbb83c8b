using Microsoft.JSInterop;

namespace Unleash.Pat.AdminUi.Common;

/// <summary>Calls the JavaScript of <c>wwwroot/js/app.js</c>.</summary>
internal sealed class BrowserInterop(IJSRuntime runtime) : IAsyncDisposable
{
    private Task<IJSObjectReference>? _module;

    /// <summary>Copies a text to the clipboard.</summary>
    /// <returns>Whether the browser allowed it.</returns>
    public async Task<bool> CopyAsync(string text, CancellationToken cancellationToken) =>
        await (await ModuleAsync()).InvokeAsync<bool>("copy", cancellationToken, text);

    /// <summary>Focuses the first invalid field of a form.</summary>
    public async Task FocusFirstInvalidAsync(string formId) => await (await ModuleAsync()).InvokeVoidAsync("focusFirstInvalid", formId);

    /// <summary>What the user does with the page.</summary>
    public async Task<Attention> GetAttentionAsync(CancellationToken cancellationToken) =>
        await (await ModuleAsync()).InvokeAsync<string?>("attention", cancellationToken) switch
        {
            "hidden" => Attention.Hidden,
            "free" => Attention.Free,
            _ => Attention.Reading,
        };

    public async Task<string?> GetSettingAsync(string name) => await (await ModuleAsync()).InvokeAsync<string?>("getSetting", name);

    /// <summary>Stores a display setting in this browser. Account data must not be stored there.</summary>
    public async Task SaveSettingAsync(string name, string? value) => await (await ModuleAsync()).InvokeVoidAsync("saveSetting", name, value);

    /// <summary>Calls <c>OnTabReturnAsync</c> each time the user returns to this tab.</summary>
    public async Task WatchTabReturnAsync<T>(DotNetObjectReference<T> watcher)
        where T : class => await (await ModuleAsync()).InvokeVoidAsync("watchTabReturn", watcher);

    /// <summary>Calls <c>OnSystemThemeChanged</c> each time the system's colour scheme changes.</summary>
    public async Task WatchSystemThemeAsync<T>(DotNetObjectReference<T> watcher)
        where T : class => await (await ModuleAsync()).InvokeVoidAsync("watchSystemTheme", watcher);

    public async ValueTask DisposeAsync()
    {
        if (_module is { IsCompletedSuccessfully: true })
        {
            await _module.Result.DisposeAsync();
        }
    }

    // A failed import is tried again.
    private Task<IJSObjectReference> ModuleAsync() => _module is { IsFaulted: false } module ? module : _module = runtime.InvokeAsync<IJSObjectReference>("import", "./js/app.js").AsTask();
}
