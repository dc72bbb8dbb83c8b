using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.AdminUi.Loading;
using Unleash.Pat.AdminUi.UnitTests.Support;

namespace Unleash.Pat.AdminUi.UnitTests.Loading;

public class LoaderTests : ComponentTests
{
    private const string Content = "<p class=\"content\">The content</p>";

    private readonly Queue<TaskCompletionSource> _answers = new([new(), new(), new()]);
    private readonly List<TaskCompletionSource> _asked = [];

    [Fact]
    public void That_it_loads_is_announced_and_nothing_is_shown_yet()
    {
        var loader = Load();

        loader.Status().ShouldBe("Loading the list…");
        loader.FindAll(".content").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_content_comes_with_the_answer()
    {
        var loader = Load();

        await loader.InvokeAsync(_asked[0].SetResult);

        loader.Find(".content");
        loader.Status().ShouldBeEmpty();
        loader.Alert().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_failure_is_told_in_words_and_is_not_the_content()
    {
        var loader = Load();

        await loader.InvokeAsync(() => _asked[0].SetException(new HttpRequestException()));

        loader.Alert().ShouldStartWith("Could not load the list The service cannot be reached.");
        loader.Status().ShouldBeEmpty();
        loader.FindAll(".content").ShouldBeEmpty();
    }

    [Fact]
    public async Task After_a_failure_one_can_try_again()
    {
        var loader = Load();
        await loader.InvokeAsync(() => _asked[0].SetException(TestErrors.WithoutBody(502)));

        loader.Button("Try again").Click();
        loader.Alert().ShouldBeEmpty();
        loader.Status().ShouldBe("Loading the list…");

        await loader.InvokeAsync(_asked[1].SetResult);
        loader.Find(".content");
    }

    [Fact]
    public async Task The_end_of_the_session_leads_to_the_sign_in_and_back()
    {
        await BeginSessionAsync();
        Navigation.NavigateTo("profile/personal-api-tokens?search=a");
        var loader = Load();

        await loader.InvokeAsync(() => _asked[0].SetException(TestErrors.SignedOut()));

        Address.ShouldBe("login?redirect=profile%2Fpersonal-api-tokens%3Fsearch%3Da");
        Session.Me.ShouldBeNull();
        loader.Alert().ShouldBeEmpty();
        loader.FindAll(".content").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_content_stays_while_it_is_loaded_for_another_key()
    {
        var loader = Load();
        await loader.InvokeAsync(_asked[0].SetResult);

        loader.Render(parameters => parameters.Add(it => it.Key, 2));
        loader.Find("[aria-busy=true] .content");
        loader.Status().ShouldBe("Loading the list…");

        await loader.InvokeAsync(_asked[1].SetResult);
        loader.Find(".content");
        loader.FindAll("[aria-busy]").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_key_is_not_loaded_twice()
    {
        var loader = Load();
        await loader.InvokeAsync(_asked[0].SetResult);

        loader.Render(parameters => parameters.Add(it => it.Key, 1));

        _asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_failure_for_another_key_hides_what_was_loaded_for_the_one_before()
    {
        var loader = Load();
        await loader.InvokeAsync(_asked[0].SetResult);
        loader.Render(parameters => parameters.Add(it => it.Key, 2));

        await loader.InvokeAsync(() => _asked[1].SetException(new HttpRequestException()));

        loader.FindAll(".content").ShouldBeEmpty();
        loader.Alert().ShouldStartWith("Could not load the list");
    }

    [Fact]
    public async Task An_older_answer_that_comes_late_is_dropped()
    {
        var loader = Load();
        loader.Render(parameters => parameters.Add(it => it.Key, 2));

        await loader.InvokeAsync(_asked[0].SetResult);
        loader.Status().ShouldBe("Loading the list…");
        loader.FindAll(".content").ShouldBeEmpty();

        await loader.InvokeAsync(_asked[1].SetResult);
        loader.Find(".content");
    }

    [Fact]
    public async Task An_older_failure_that_comes_late_is_dropped()
    {
        var loader = Load();
        loader.Render(parameters => parameters.Add(it => it.Key, 2));
        await loader.InvokeAsync(_asked[1].SetResult);

        await loader.InvokeAsync(() => _asked[0].SetException(TestErrors.SignedOut()));

        loader.Find(".content");
        loader.Alert().ShouldBeEmpty();
        Address.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_no_longer_wanted_is_cancelled()
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

    [Fact]
    public async Task What_may_be_out_of_date_is_asked_for_again_without_a_word()
    {
        var loader = await LoadLiveAsync();

        await NoticeAsync(loader);

        _asked.Count.ShouldBe(2);
        loader.Find(".content");
        loader.Status().ShouldBeEmpty();
        await loader.InvokeAsync(() => _asked[1].SetException(new HttpRequestException()));
        loader.Find(".content");
        loader.Alert().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_failed_is_tried_again_when_somebody_comes_back()
    {
        var loader = Load(isLive: true);
        await loader.InvokeAsync(() => _asked[0].SetException(new HttpRequestException()));

        await NoticeAsync(loader);
        await loader.InvokeAsync(_asked[1].SetResult);

        loader.Find(".content");
    }

    [Fact]
    public async Task A_form_is_not_asked_for_again()
    {
        var loader = Load();
        await loader.InvokeAsync(_asked[0].SetResult);

        await NoticeAsync(loader);

        _asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_list_that_is_on_its_way_gives_way_to_a_change_and_none_is_asked_for_before_the_change_is_done()
    {
        CancellationToken refresh = default;
        var loader = Load(token => { refresh = token; return Task.CompletedTask; }, isLive: true);
        await NoticeAsync(loader);
        var changes = Services.GetRequiredService<PendingChanges>();

        using (changes.Begin())
        {
            refresh.IsCancellationRequested.ShouldBeTrue();
            await NoticeAsync(loader);
            refresh.IsCancellationRequested.ShouldBeTrue();
        }

        await NoticeAsync(loader);
        refresh.IsCancellationRequested.ShouldBeFalse();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_does_not_exist_is_told_and_not_tried_again(bool isToldByThePage)
    {
        var loader = Load(missing: isToldByThePage ? "<p>It is gone.</p>" : null);

        await loader.InvokeAsync(() => _asked[0].SetException(TestErrors.Create(404, "NotFoundError", "No user found with id 7.")));

        loader.Alert().ShouldBe(isToldByThePage ? "It is gone." : "Could not load the list No user found with id 7.");
        loader.HasButton("Try again").ShouldBeFalse();
    }

    private async Task<IRenderedComponent<Loader>> LoadLiveAsync()
    {
        var loader = Load(isLive: true);
        await loader.InvokeAsync(_asked[0].SetResult);
        return loader;
    }

    private Task NoticeAsync(IRenderedComponent<Loader> loader) => loader.InvokeAsync(Services.GetRequiredService<RefreshSignal>().Request);

    private IRenderedComponent<Loader> Load(Func<CancellationToken, Task>? load = null, bool isLive = false, string? missing = null) =>
        Render<Loader>(parameters => parameters
            .Add(loader => loader.Load, load ?? (_ => Ask()))
            .Add(loader => loader.What, "the list")
            .Add(loader => loader.Key, 1)
            .Add(loader => loader.IsLive, isLive)
            .Add(loader => loader.Missing, missing is null ? null : builder => builder.AddMarkupContent(0, missing))
            .Add(loader => loader.ChildContent, (RenderFragment)(builder => builder.AddMarkupContent(0, Content))));

    private Task Ask()
    {
        _asked.Add(_answers.Dequeue());
        return _asked[^1].Task;
    }
}
