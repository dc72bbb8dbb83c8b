namespace Unleash.Pat.AdminUi.Common;

/// <summary>Asks the lists of a page to load again, because they may be out of date.</summary>
internal sealed class RefreshSignal
{
    public event Action? Requested;

    public void Request() => Requested?.Invoke();
}
