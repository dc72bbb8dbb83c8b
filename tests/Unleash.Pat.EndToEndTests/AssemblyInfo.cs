using Unleash.Pat.EndToEndTests.Support;

[assembly: AssemblyFixture(typeof(TestRun))]
