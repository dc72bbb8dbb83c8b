using Microsoft.Playwright;

namespace Unleash.Pat.EndToEndTests.Support;

/// <summary>Requests that a slow network keeps on their way until the test lets them go.</summary>
internal sealed class HeldRequests
{
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HeldRequests()
    {
    }

    /// <summary>Holds what is asked for at these addresses from now on.</summary>
    public static async Task<HeldRequests> HoldAsync(IPage page, string addresses, string method = "GET")
    {
        var held = new HeldRequests();
        await page.RouteAsync(addresses, async route =>
        {
            if (route.Request.Method == method)
            {
                await held._released.Task;
            }

            await route.ContinueAsync();
        });
        return held;
    }

    public void Release() => _released.TrySetResult();
}
