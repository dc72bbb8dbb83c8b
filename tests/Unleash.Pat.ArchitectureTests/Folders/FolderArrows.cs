using Microsoft.AspNetCore.Mvc;
using Mono.Cecil;

namespace Unleash.Pat.ArchitectureTests.Folders;

/// <summary>Which folders of an assembly use which; a namespace is a folder. The assembly's own folder may use all of them.</summary>
internal sealed class FolderArrows
{
    private const int MostTypes = 8;

    private readonly ILookup<(string From, string To), string> _arrows;

    private FolderArrows(ILookup<(string From, string To), string> arrows) => _arrows = arrows;

    /// <summary>Reads the arrows of an assembly that lies beside the tests.</summary>
    /// <param name="assembly">Its name.</param>
    /// <param name="within">Only what is below this namespace; the folders' names begin after it.</param>
    /// <param name="isTopLevel">Whether a folder's subfolders count as the folder itself.</param>
    public static FolderArrows Of(string assembly, string within, bool isTopLevel)
    {
        using var resolver = new DefaultAssemblyResolver();
        foreach (var folder in new[] { AppContext.BaseDirectory, FolderOf(typeof(object)), FolderOf(typeof(ControllerBase)) })
        {
            resolver.AddSearchDirectory(folder);
        }

        using var module = ModuleDefinition.ReadModule(
            Path.Combine(AppContext.BaseDirectory, $"{assembly}.dll"), new ReaderParameters { AssemblyResolver = resolver });
        var folders = module.Types.Where(type => IsBelow(type, within)).ToDictionary(
            type => type.FullName, type => Folder(type.Namespace[(within.Length + 1)..], isTopLevel));
        return new FolderArrows(Arrows(module, folders).Distinct().ToLookup(arrow => arrow.Folders, arrow => arrow.Types));
    }

    /// <summary>The arrows that are part of a circle with types that draw them; first those that are the easiest to turn.</summary>
    public IEnumerable<string> InCircles() =>
        from arrow in _arrows
        where ReachableFrom(arrow.Key.To).Contains(arrow.Key.From)
        orderby arrow.Count()
        select $"{arrow.Key.From} uses {arrow.Key.To} ({arrow.Count()}): {string.Join(", ", arrow.Take(MostTypes))}";

    private static IEnumerable<((string From, string To) Folders, string Types)> Arrows(
        ModuleDefinition module, Dictionary<string, string> folders) =>
        from type in module.GetTypes()
        let user = TypeUses.Outermost(type)
        where folders.ContainsKey(user.FullName)
        from used in TypeUses.Of(type)
        where used.Scope == module && folders.ContainsKey(used.FullName) && folders[used.FullName] != folders[user.FullName]
        select ((folders[user.FullName], folders[used.FullName]), $"{user.Name} uses {used.Name}");

    private HashSet<string> ReachableFrom(string folder)
    {
        var reached = new HashSet<string> { folder };
        var next = new Queue<string>(reached);
        while (next.TryDequeue(out var from))
        {
            foreach (var to in _arrows.Select(arrow => arrow.Key).Where(arrow => arrow.From == from).Select(arrow => arrow.To))
            {
                if (reached.Add(to))
                {
                    next.Enqueue(to);
                }
            }
        }

        return reached;
    }

    private static bool IsBelow(TypeDefinition type, string within) => type.Namespace.StartsWith($"{within}.", StringComparison.Ordinal);

    private static string Folder(string name, bool isTopLevel) => isTopLevel ? name.Split('.')[0] : name;

    private static string FolderOf(Type type) => Path.GetDirectoryName(type.Assembly.Location)!;
}
