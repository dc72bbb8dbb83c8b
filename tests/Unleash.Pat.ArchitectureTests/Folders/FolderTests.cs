using Unleash.Pat.TestSupport;

namespace Unleash.Pat.ArchitectureTests.Folders;

/// <summary>The design's layout: folder arrows point one way; a folder does not use one that uses it.</summary>
public class FolderTests
{
    private const string Samples = "Unleash.Pat.ArchitectureTests.Folders.Samples";

    /// <summary>Every project of <c>src</c>.</summary>
    public static TheoryData<string> Projects =>
        [.. Directory.EnumerateDirectories(Path.Combine(RepositoryFolder.Root, "src"), "Unleash.Pat.*").Select(folder => Path.GetFileName(folder)!)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_folder_uses_one_that_uses_it(string project) =>
        FolderArrows.Of(project, project, isTopLevel: false).InCircles().ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Projects))]
    public void Nor_does_a_folder_with_its_subfolders(string project) =>
        FolderArrows.Of(project, project, isTopLevel: true).InCircles().ShouldBeEmpty();

    [Fact]
    public void A_circle_is_found_with_the_types_that_draw_it() =>
        FolderArrows.Of("Unleash.Pat.ArchitectureTests", Samples, isTopLevel: false).InCircles().Order().ShouldBe(
            ["One uses Two (1): Host uses Guest", "Two uses One (1): Guest uses Invitation"]);
}
