using Microsoft.AspNetCore.Components;

namespace Unleash.Pat.AdminUi.Common;

/// <summary>A component that shows relative times and renders again as time passes.</summary>
public abstract class TickingComponent : ComponentBase, IDisposable
{
    [Inject] private Ticker Ticker { get; set; } = null!;

    public void Dispose()
    {
        Ticker.Ticked -= Refresh;
        GC.SuppressFinalize(this);
    }

    protected override void OnInitialized() => Ticker.Ticked += Refresh;

    private void Refresh() => _ = InvokeAsync(StateHasChanged);
}
