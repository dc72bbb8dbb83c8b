using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests;

/// <summary>What is in the published folder beside the program.</summary>
public sealed class PublishedFolderTests(TestRun run)
{
    [Theory]
    [InlineData("LICENSE")]
    [InlineData("THIRD-PARTY-NOTICES.txt")]
    public async Task The_licences_are_published(string name) =>
        File.Exists(Path.Combine(await run.ProgramFolderAsync(), name)).ShouldBeTrue();

    [Fact]
    public async Task No_settings_are_because_those_of_development_have_a_well_known_password() =>
        Directory.EnumerateFiles(await run.ProgramFolderAsync(), "appsettings*.json").ShouldBeEmpty();
}
