using System.Reflection;
using Unleash.Pat.AdminUi.Events;
using Unleash.Pat.Domain.Events;

namespace Unleash.Pat.AdminUi.UnitTests.Events;

public class EventTypesTests
{
    [Fact]
    public void Every_type_that_the_service_writes_has_a_label() => EventTypes.All.Keys.ShouldBe(
        typeof(EventType).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!),
        ignoreOrder: true);

    [Fact]
    public void An_unknown_type_is_returned_unchanged() => EventTypes.Label("of-another-version").ShouldBe("of-another-version");
}
