namespace Unleash.Pat.AdminUi.Common;

/// <summary>Ticks so that relative times ("2 minutes ago") stay correct on a page that stays open.</summary>
internal sealed class Ticker : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    private readonly ITimer _timer;

    public Ticker(TimeProvider time) => _timer = time.CreateTimer(_ => Ticked?.Invoke(), null, Interval, Interval);

    public event Action? Ticked;

    public void Dispose() => _timer.Dispose();
}
