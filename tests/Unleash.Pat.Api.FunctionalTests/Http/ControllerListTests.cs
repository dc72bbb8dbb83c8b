using Microsoft.AspNetCore.Mvc;

namespace Unleash.Pat.Api.FunctionalTests.Http;

/// <summary>Controllers are listed and not looked for: one that is missing from the list would have no routes.</summary>
public sealed class ControllerListTests
{
    [Fact]
    public void Every_controller_is_listed() =>
        ControllerList.Controllers.ShouldBe(
            typeof(ControllerList).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ControllerBase)) && !type.IsAbstract),
            ignoreOrder: true);
}
