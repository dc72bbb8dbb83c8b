using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.AdminUi.Loading;
using Unleash.Pat.AdminUi.UnitTests.Support;

namespace Unleash.Pat.AdminUi.UnitTests.Loading;

public class LoaderRefreshTests : LoaderTestBase
{
    [Fact]
    public async Task A_live_list_is_refreshed_in_the_background()
    {
        var loader = await LoadLiveAsync();

        await RefreshAsync(loader);

        Loads.Count.ShouldBe(2);
        loader.Find(".content");
        loader.Status().ShouldBeEmpty();
        await loader.InvokeAsync(() => Loads[1].SetException(new HttpRequestException()));
        loader.Find(".content");
        loader.Alert().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_failed_live_load_is_retried_when_the_user_returns()
    {
        var loader = Load(isLive: true);
        await loader.InvokeAsync(() => Loads[0].SetException(new HttpRequestException()));

        await RefreshAsync(loader);
        await loader.InvokeAsync(Loads[1].SetResult);

        loader.Find(".content");
    }

    [Fact]
    public async Task A_form_is_not_refreshed()
    {
        var loader = Load();
        await loader.InvokeAsync(Loads[0].SetResult);

        await RefreshAsync(loader);

        Loads.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_change_cancels_a_refresh_and_no_refresh_starts_before_the_change_is_done()
    {
        CancellationToken refresh = default;
        var loader = Load(token => { refresh = token; return Task.CompletedTask; }, isLive: true);
        await RefreshAsync(loader);
        var changes = Services.GetRequiredService<PendingChanges>();

        using (changes.Begin())
        {
            refresh.IsCancellationRequested.ShouldBeTrue();
            await RefreshAsync(loader);
            refresh.IsCancellationRequested.ShouldBeTrue();
        }

        await RefreshAsync(loader);
        refresh.IsCancellationRequested.ShouldBeFalse();
    }

    private async Task<IRenderedComponent<Loader>> LoadLiveAsync()
    {
        var loader = Load(isLive: true);
        await loader.InvokeAsync(Loads[0].SetResult);
        return loader;
    }

    private Task RefreshAsync(IRenderedComponent<Loader> loader) => loader.InvokeAsync(Services.GetRequiredService<RefreshSignal>().Request);
}
