using Bunit;
using Unleash.Pat.AdminUi.UnitTests.Support;

namespace Unleash.Pat.AdminUi.UnitTests.Loading;

/// <summary>Loading again when the key changes.</summary>
public class LoaderKeyTests : LoaderTestBase
{
    [Fact]
    public async Task The_content_stays_while_another_key_is_loading()
    {
        var loader = Load();
        await loader.InvokeAsync(Loads[0].SetResult);

        loader.Render(parameters => parameters.Add(it => it.Key, 2));
        loader.Find("[aria-busy=true] .content");
        loader.Status().ShouldBe("Loading the list…");

        await loader.InvokeAsync(Loads[1].SetResult);
        loader.Find(".content");
        loader.FindAll("[aria-busy]").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_key_is_not_loaded_twice()
    {
        var loader = Load();
        await loader.InvokeAsync(Loads[0].SetResult);

        loader.Render(parameters => parameters.Add(it => it.Key, 1));

        Loads.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_error_for_another_key_hides_the_previous_content()
    {
        var loader = Load();
        await loader.InvokeAsync(Loads[0].SetResult);
        loader.Render(parameters => parameters.Add(it => it.Key, 2));

        await loader.InvokeAsync(() => Loads[1].SetException(new HttpRequestException()));

        loader.FindAll(".content").ShouldBeEmpty();
        loader.Alert().ShouldStartWith("Could not load the list");
    }

    [Fact]
    public async Task A_late_response_to_an_older_load_is_ignored()
    {
        var loader = Load();
        loader.Render(parameters => parameters.Add(it => it.Key, 2));

        await loader.InvokeAsync(Loads[0].SetResult);
        loader.Status().ShouldBe("Loading the list…");
        loader.FindAll(".content").ShouldBeEmpty();

        await loader.InvokeAsync(Loads[1].SetResult);
        loader.Find(".content");
    }

    [Fact]
    public async Task A_late_error_of_an_older_load_is_ignored()
    {
        var loader = Load();
        loader.Render(parameters => parameters.Add(it => it.Key, 2));
        await loader.InvokeAsync(Loads[1].SetResult);

        await loader.InvokeAsync(() => Loads[0].SetException(TestErrors.SignedOut()));

        loader.Find(".content");
        loader.Alert().ShouldBeEmpty();
        Address.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_older_load_is_cancelled()
    {
        var loads = new Queue<TaskCompletionSource<CancellationToken>>([new(), new()]);
        var (first, second) = (loads.First().Task, loads.Last().Task);
        var loader = Load(token =>
        {
            loads.Dequeue().SetResult(token);
            return Task.Delay(Timeout.Infinite, token);
        });

        loader.Render(parameters => parameters.Add(it => it.Key, 2));

        (await second).IsCancellationRequested.ShouldBeFalse();
        (await first).IsCancellationRequested.ShouldBeTrue();
        loader.Status().ShouldBe("Loading the list…");
        loader.Alert().ShouldBeEmpty();
    }
}
