using Microsoft.Extensions.Time.Testing;
using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Application.UnitTests.Hosting;

public sealed class FailureLogTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void The_same_failure_is_due_once_a_minute()
    {
        var log = new FailureLog(_time);

        log.IsDue("work", new IOException("full")).ShouldBeTrue();
        _time.Advance(TimeSpan.FromSeconds(59));
        log.IsDue("work", new IOException("full")).ShouldBeFalse();
        _time.Advance(TimeSpan.FromSeconds(1));
        log.IsDue("work", new IOException("full")).ShouldBeTrue();
    }

    [Fact]
    public void After_a_success_the_same_failure_is_due_at_once()
    {
        var log = new FailureLog(_time);
        log.IsDue("work", new IOException("full")).ShouldBeTrue();

        log.Succeeded("work");

        log.IsDue("work", new IOException("full")).ShouldBeTrue();
    }

    [Fact]
    public void Another_failure_and_that_of_other_work_are_due_at_once()
    {
        var log = new FailureLog(_time);
        log.IsDue("work", new IOException("full")).ShouldBeTrue();

        log.IsDue("work", new IOException("read-only")).ShouldBeTrue();
        log.IsDue("work", new InvalidOperationException("read-only")).ShouldBeTrue();
        log.IsDue("other work", new IOException("full")).ShouldBeTrue();
    }
}
