using Unleash.Pat.TestSupport;

namespace Unleash.Pat.ArchitectureTests;

/// <summary>The files that the repository has, without what is built from them.</summary>
internal static class Repository
{
    private static readonly string[] Folders = ["src", "tests", "docs", "build", ".github"];

    /// <summary>All files whose names end so.</summary>
    public static IEnumerable<string> Files(params string[] endings) => Folders
        .Select(folder => Path.Combine(RepositoryFolder.Root, folder))
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        .Concat(Directory.EnumerateFiles(RepositoryFolder.Root))
        .Where(file => endings.Any(ending => file.EndsWith(ending, StringComparison.Ordinal)) && !IsBuilt(file));

    /// <summary>All of their lines, each with the place where it stands.</summary>
    public static IEnumerable<(string Where, string Text)> Lines(params string[] endings) =>
        from file in Files(endings)
        from line in File.ReadLines(file).Index()
        select ($"{Path.GetRelativePath(RepositoryFolder.Root, file)}:{line.Index + 1}", line.Item);

    private static bool IsBuilt(string file) =>
        Path.GetRelativePath(RepositoryFolder.Root, file).Split(Path.DirectorySeparatorChar).Any(folder => folder is "bin" or "obj" or "node_modules");
}
