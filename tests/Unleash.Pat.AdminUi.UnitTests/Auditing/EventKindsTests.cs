using System.Reflection;
using Unleash.Pat.AdminUi.Auditing;
using Unleash.Pat.Domain.Events;

namespace Unleash.Pat.AdminUi.UnitTests.Auditing;

public class EventKindsTests
{
    [Fact]
    public void Every_kind_that_the_service_writes_has_words() => EventKinds.All.Keys.ShouldBe(
        typeof(EventType).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!),
        ignoreOrder: true);

    [Fact]
    public void An_unknown_kind_is_given_as_it_is() => EventKinds.Label("of-another-version").ShouldBe("of-another-version");
}
