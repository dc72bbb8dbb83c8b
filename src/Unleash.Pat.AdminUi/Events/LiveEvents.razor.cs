using Microsoft.AspNetCore.Components;
using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Events;

/// <summary>Follows the event log: asks for new events while the page can be seen.</summary>
/// <remarks>New events move the list only where the user does not read it; otherwise they wait for a click.</remarks>
public sealed partial class LiveEvents : IDisposable
{
    private const int PageSize = 100;

    // What waits for longer is better read as pages.
    private const int MaxWaiting = 500;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    // Threat: each question keeps the session alive, so a screen that was left would never be signed out.
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private readonly List<AuditEvent> _waiting = [];
    private CancellationTokenSource? _running;
    private string? _tail;
    private string? _cursor;
    private string _message = "";
    private bool _isInterrupted;

    /// <summary>The filter of the events that the page shows.</summary>
    [Parameter, EditorRequired] public required AuditEventFilter Filter { get; set; }

    /// <summary>Where events begin that the page does not show yet.</summary>
    [Parameter, EditorRequired] public required string? Tail { get; set; }

    [Parameter] public bool IsOn { get; set; }

    [Parameter] public EventCallback<bool> IsOnChanged { get; set; }

    /// <summary>Raised with new events to show, newest first.</summary>
    [Parameter] public EventCallback<IReadOnlyList<AuditEvent>> OnShow { get; set; }

    [Inject] private IUnleashPatClient Client { get; set; } = null!;

    [Inject] private BrowserInterop Browser { get; set; } = null!;

    [Inject] private TimeProvider Time { get; set; } = null!;

    private string Status => (IsOn, _isInterrupted, _waiting.Count) switch
    {
        (_, true, _) => "New events could not be loaded. Trying again…",
        (_, _, > 0) => $"{Count(_waiting.Count)} since this page was loaded.",
        (true, _, _) when _message.Length == 0 => "New events appear here as they happen.",
        _ => _message,
    };

    public void Dispose() => Stop();

    protected override void OnParametersSet()
    {
        if (_tail != Tail)
        {
            _tail = _cursor = Tail;
            _waiting.Clear();
            _message = "";
        }

        if (!IsOn)
        {
            Stop();
        }
        else if (_running is null)
        {
            _running = new CancellationTokenSource();
            _ = FollowAsync(_running.Token);
        }
    }

    private static string Count(int count) => $"{count} new event{(count == 1 ? "" : "s")}";

    private async Task SwitchAsync(bool isOn)
    {
        _message = "";
        _isInterrupted = false;
        await IsOnChanged.InvokeAsync(isOn);
    }

    private void Stop()
    {
        _running?.Cancel();
        _running?.Dispose();
        _running = null;
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Interval, Time);
        var end = Time.GetUtcNow() + Longest;
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken) && Time.GetUtcNow() < end)
            {
                await PollAsync(cancellationToken);
                StateHasChanged();
            }

            await SwitchAsync(false);
            _message = "The live view has ended after an hour. Switch it on to go on.";
            StateHasChanged();
        }
        catch (OperationCanceledException)
        {
            // It was switched off.
        }
    }

    private async Task PollAsync(CancellationToken cancellationToken)
    {
        var attention = await Browser.GetAttentionAsync(cancellationToken);
        if (attention == Attention.Hidden || _cursor is null || _waiting.Count >= MaxWaiting)
        {
            return;
        }

        try
        {
            var (tail, page) = (_tail, await Client.Events.GetPageAsync(_cursor, PageSize, Filter, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
            _isInterrupted = false;
            if (tail == _tail)
            {
                _cursor = page.PreviousCursor ?? page.TailCursor ?? _cursor;
                _waiting.InsertRange(0, page.Items);
            }
        }
        catch (Exception exception) when (ApiErrors.IsExpected(exception) && !cancellationToken.IsCancellationRequested)
        {
            _isInterrupted = true;
        }

        if (_waiting.Count > 0 && attention == Attention.Free)
        {
            await ShowAsync();
        }
    }

    private async Task ShowAsync()
    {
        _message = $"{Count(_waiting.Count)} added at the top.";
        AuditEvent[] shown = [.. _waiting];
        _waiting.Clear();
        await OnShow.InvokeAsync(shown);
    }
}
