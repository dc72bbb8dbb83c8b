using Bunit;
using Microsoft.AspNetCore.Components;
using Unleash.Pat.AdminUi.Loading;
using Unleash.Pat.AdminUi.UnitTests.Support;

namespace Unleash.Pat.AdminUi.UnitTests.Loading;

/// <summary>A loader whose loads the test completes.</summary>
public abstract class LoaderTestBase : ComponentTests
{
    private const string Content = "<p class=\"content\">The content</p>";

    private readonly Queue<TaskCompletionSource> _answers = new([new(), new(), new()]);

    protected List<TaskCompletionSource> Loads { get; } = [];

    private protected IRenderedComponent<Loader> Load(Func<CancellationToken, Task>? load = null, bool isLive = false, string? missing = null) =>
        Render<Loader>(parameters => parameters
            .Add(loader => loader.Load, load ?? (_ => NextLoad()))
            .Add(loader => loader.What, "the list")
            .Add(loader => loader.Key, 1)
            .Add(loader => loader.IsLive, isLive)
            .Add(loader => loader.Missing, missing is null ? null : builder => builder.AddMarkupContent(0, missing))
            .Add(loader => loader.ChildContent, (RenderFragment)(builder => builder.AddMarkupContent(0, Content))));

    private Task NextLoad()
    {
        Loads.Add(_answers.Dequeue());
        return Loads[^1].Task;
    }
}
