using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests;

/// <summary>Every suite that touches the database runs on every engine, or says why it does not.</summary>
public class EngineListTests
{
    private static readonly EngineSuites Suites = new(typeof(EngineListTests).Assembly);

    [Fact]
    public void Every_suite_is_in_the_list_of_every_engine() => Suites.Missing.ShouldBeEmpty();

    [Fact]
    public void A_suite_on_one_engine_only_says_why() => Suites.Unexplained.ShouldBeEmpty();
}
