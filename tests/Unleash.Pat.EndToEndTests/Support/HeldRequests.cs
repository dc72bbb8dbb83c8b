using Microsoft.Playwright;

namespace Unleash.Pat.EndToEndTests.Support;

/// <summary>Requests that do not reach the service until the test releases them.</summary>
internal sealed class HeldRequests
{
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HeldRequests()
    {
    }

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
