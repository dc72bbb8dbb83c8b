using System.Net;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Unleash.Pat.AdminUi.Authentication;
using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Events;

/// <summary>Follows the event log from one page of it: asks for new events while the page can be seen.</summary>
/// <remarks>New events move the list only where the user does not read it; otherwise they wait for a click.</remarks>
public sealed partial class LiveEvents : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    // Threat: each question keeps the session alive, so a screen that was left would never be signed out.
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private EventTail _events = null!;
    private CancellationTokenSource? _running;
    private string _message = "";
    private bool _isInterrupted;

    /// <summary>The filter of the events that the page shows.</summary>
    [Parameter, EditorRequired] public required AuditEventFilter Filter { get; set; }

    /// <summary>Where events begin that the page does not show yet.</summary>
    [Parameter, EditorRequired] public required string? Tail { get; set; }

    [Parameter] public bool IsOn { get; set; }

    [Parameter] public EventCallback<bool> IsOnChanged { get; set; }

    /// <summary>Raised with pages that have new events to show.</summary>
    [Parameter] public EventCallback<IReadOnlyList<AuditEventCursorPage>> OnShow { get; set; }

    [Inject] private IUnleashPatClient Client { get; set; } = null!;

    [Inject] private BrowserInterop Browser { get; set; } = null!;

    [Inject] private TimeProvider Time { get; set; } = null!;

    [Inject] private SessionState Session { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    private string Status => (IsOn, _isInterrupted, _events.Count) switch
    {
        (_, true, _) => "New events could not be loaded. Trying again…",
        (false, _, _) when _message.Length > 0 => _message,
        (_, _, > 0) => $"{_events.Label} since this page was loaded.",
        (true, _, _) when _message.Length == 0 => "New events appear here as they happen.",
        _ => _message,
    };

    public void Dispose() => Stop();

    protected override void OnInitialized() => _events = new EventTail(Tail);

    protected override void OnParametersSet()
    {
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

    private async Task SwitchAsync(bool isOn, string message = "")
    {
        _message = message;
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

            await SwitchAsync(false, "The live view has ended after an hour. Switch it on to go on.");
        }
        catch (OperationCanceledException)
        {
            // It was switched off.
        }
    }

    private async Task PollAsync(CancellationToken cancellationToken)
    {
        try
        {
            var attention = await Browser.GetAttentionAsync(cancellationToken);
            if (attention != Attention.Hidden)
            {
                await _events.ReadAsync(Client, Filter, cancellationToken);
                _isInterrupted = false;
            }

            if (_events.Count > 0 && attention == Attention.Free)
            {
                await ShowAsync();
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && (ApiErrors.IsExpected(exception) || exception is JSException))
        {
            await FailAsync(exception);
        }
    }

    private async Task FailAsync(Exception exception)
    {
        _isInterrupted = true;
        if (ApiErrors.IsSignedOut(exception))
        {
            Stop();
            Session.End(Navigation);
        }
        else if (exception is UnleashPatException { StatusCode: HttpStatusCode.Forbidden })
        {
            await SwitchAsync(false, $"The live view has ended. {ApiErrors.Describe(exception)}");
        }
    }

    private async Task ShowAsync()
    {
        _message = $"{EventTail.Describe(_events.Count)} added at the top.";
        await OnShow.InvokeAsync(_events.Take());
    }
}
