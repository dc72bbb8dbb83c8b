using Unleash.Pat.AdminUi.Common;

namespace Unleash.Pat.AdminUi.UnitTests.Common;

public class PendingRequestsTests
{
    private readonly PendingForms _pending = new();

    [Fact]
    public async Task Without_requests_it_is_idle()
    {
        _pending.IsAny.ShouldBeFalse();

        await _pending.WhenIdleAsync();
    }

    [Fact]
    public async Task It_is_idle_after_all_requests()
    {
        var changes = 0;
        _pending.Changed += () => changes++;
        var first = _pending.Begin();
        var second = _pending.Begin();
        var none = _pending.WhenIdleAsync();

        first.Dispose();
        _pending.IsAny.ShouldBeTrue();
        none.IsCompleted.ShouldBeFalse();

        second.Dispose();
        await none;
        _pending.IsAny.ShouldBeFalse();
        changes.ShouldBe(2);
    }
}
