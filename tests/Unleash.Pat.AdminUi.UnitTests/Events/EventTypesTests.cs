using System.Reflection;
using Unleash.Pat.AdminUi.Events;
using Unleash.Pat.Domain.Auditing;

namespace Unleash.Pat.AdminUi.UnitTests.Events;

public class EventTypesTests
{
    [Fact]
    public void Every_kind_that_the_service_writes_has_words() => EventTypes.All.Keys.ShouldBe(
        typeof(EventType).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!),
        ignoreOrder: true);

    [Fact]
    public void An_unknown_kind_is_given_as_it_is() => EventTypes.Label("of-another-version").ShouldBe("of-another-version");
}
