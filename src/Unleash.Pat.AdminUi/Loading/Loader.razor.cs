using Microsoft.AspNetCore.Components;
using Unleash.Pat.AdminUi.Authentication;
using Unleash.Pat.AdminUi.Common;

namespace Unleash.Pat.AdminUi.Loading;

/// <summary>Loads data and shows the content; until then the progress, or the error with another try.</summary>
public sealed partial class Loader : IDisposable
{
    private CancellationTokenSource _load = new();
    private CancellationTokenSource? _refresh;
    private object? _loadedKey;
    private Exception? _error;
    private bool _isLoading;
    private bool _isReady;

    [Parameter, EditorRequired] public required Func<CancellationToken, Task> Load { get; set; }

    /// <summary>Names the data in the middle of a sentence, for example "the users".</summary>
    [Parameter, EditorRequired] public required string What { get; set; }

    /// <summary>When this value changes, the data is loaded again.</summary>
    [Parameter] public object? Key { get; set; }

    /// <summary>Whether to load again when the data may be out of date. Not for forms: their input would be lost.</summary>
    [Parameter] public bool IsLive { get; set; }

    [Parameter] public RenderFragment? ChildContent { get; set; }

    /// <summary>Shown instead of the error message if the resource does not exist.</summary>
    [Parameter] public RenderFragment? Missing { get; set; }

    [Inject] private SessionState Session { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Inject] private RefreshSignal RefreshSignal { get; set; } = null!;

    [Inject] private PendingChanges Changes { get; set; } = null!;

    public void Dispose()
    {
        RefreshSignal.Requested -= OnRefreshRequested;
        Changes.Changed -= CancelRefresh;
        _refresh?.Dispose();
        _load.Cancel();
        _load.Dispose();
    }

    protected override Task OnInitializedAsync()
    {
        _loadedKey = Key;
        RefreshSignal.Requested += OnRefreshRequested;
        Changes.Changed += CancelRefresh;
        return LoadContentAsync();
    }

    protected override Task OnParametersSetAsync()
    {
        if (Equals(_loadedKey, Key))
        {
            return Task.CompletedTask;
        }

        _loadedKey = Key;
        return LoadContentAsync();
    }

    private async Task LoadContentAsync()
    {
        // The response to an earlier load can arrive after that to this one.
        await _load.CancelAsync();
        _load.Dispose();
        var load = _load = new CancellationTokenSource();
        CancelRefresh();
        _isLoading = true;
        _error = null;
        StateHasChanged();

        var error = await TryLoadAsync(load.Token);
        if (load.IsCancellationRequested)
        {
            return;
        }

        _isLoading = false;
        _isReady |= error is null;
        if (error is not null && ApiErrors.IsSignedOut(error))
        {
            Session.End(Navigation);
        }
        else
        {
            _error = error;
        }
    }

    private async Task<Exception?> TryLoadAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Load(cancellationToken);
            return null;
        }
        catch (Exception exception) when (ApiErrors.IsExpected(exception))
        {
            return exception;
        }
    }

    private void OnRefreshRequested()
    {
        if (IsLive)
        {
            _ = InvokeAsync(_error is null ? RefreshAsync : RetryAsync);
        }
    }

    private async Task RetryAsync()
    {
        await LoadContentAsync();
        StateHasChanged();
    }

    // In the background: the content stays until newer data arrives, and the next action reports an error.
    private async Task RefreshAsync()
    {
        if (_isLoading || Changes.IsAny)
        {
            return;
        }

        _refresh?.Cancel();
        _refresh?.Dispose();
        _refresh = CancellationTokenSource.CreateLinkedTokenSource(_load.Token);
        await TryLoadAsync(_refresh.Token);
    }

    // The response may not include the change.
    private void CancelRefresh() => _refresh?.Cancel();
}
