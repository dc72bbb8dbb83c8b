using Microsoft.JSInterop;

namespace Unleash.Pat.AdminUi.Common;

/// <summary>The little that the browser does not let .NET do.</summary>
internal sealed class BrowserScript(IJSRuntime runtime) : IAsyncDisposable
{
    private IJSObjectReference? _module;

    /// <summary>Puts a text into the clipboard.</summary>
    /// <returns>Whether the browser has taken it.</returns>
    public async Task<bool> CopyAsync(string text, CancellationToken cancellationToken)
    {
        _module ??= await runtime.InvokeAsync<IJSObjectReference>("import", cancellationToken, "./js/app.js");
        return await _module.InvokeAsync<bool>("copy", cancellationToken, text);
    }

    public async ValueTask DisposeAsync()
    {
        if (_module is not null)
        {
            await _module.DisposeAsync();
        }
    }
}
