using Unleash.Pat.Infrastructure.Persistence.SqlServer;

namespace Unleash.Pat.Infrastructure.IntegrationTests.SqlServer;

/// <summary>What many would do at once is done by one.</summary>
public sealed class PacerTests
{
    [Fact]
    public void In_one_interval_one_begins()
    {
        var pacer = new Pacer(TimeSpan.FromHours(1));
        var begun = 0;

        Parallel.For(0, 100, _ => Interlocked.Add(ref begun, pacer.TryBegin() ? 1 : 0));

        begun.ShouldBe(1);
    }

    [Fact]
    public void In_the_next_interval_another_begins()
    {
        var pacer = new Pacer(TimeSpan.Zero);

        pacer.TryBegin().ShouldBeTrue();
        pacer.TryBegin().ShouldBeTrue();
    }
}
