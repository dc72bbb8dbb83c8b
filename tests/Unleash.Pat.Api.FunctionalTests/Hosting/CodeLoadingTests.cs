using Unleash.Pat.Api.Hosting;

namespace Unleash.Pat.Api.FunctionalTests.Hosting;

public sealed class CodeLoadingTests
{
    // Nothing else would show a failure, and starts would only take longer.
    [Fact]
    public Task What_a_start_loads_beside_its_first_part_is_loaded() => CodeLoading.Begin();
}
