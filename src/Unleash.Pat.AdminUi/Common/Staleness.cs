namespace Unleash.Pat.AdminUi.Common;

/// <summary>Tells the lists of a page that they may be out of date.</summary>
internal sealed class Staleness
{
    public event Action? Noticed;

    public void Notice() => Noticed?.Invoke();
}
