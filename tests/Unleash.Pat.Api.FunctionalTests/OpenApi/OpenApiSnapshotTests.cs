using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.OpenApi;

/// <summary>The committed description, from which the clients are made, is the one that the service gives.</summary>
[OneEngineOnly("It is about the description of the API, which no engine changes.")]
public sealed class OpenApiSnapshotTests(ServiceFixture<SqliteEngine> fixture) : FunctionalTests<SqliteEngine>(fixture)
{
    private const string Refresh = "REFRESH_OPENAPI";
    private const int Context = 3;

    private static string Snapshot => Path.Combine(Root(AppContext.BaseDirectory), "src", "Unleash.Pat.Client", "openapi.json");

    [Fact]
    public async Task The_service_describes_itself_as_the_committed_document_does()
    {
        var described = (await Service.Anonymous.GetAsync("/docs/openapi.json")).Body + "\n";
        if (Environment.GetEnvironmentVariable(Refresh) == "1")
        {
            await File.WriteAllTextAsync(Snapshot, described, Cancel);
        }

        var difference = Difference(await File.ReadAllLinesAsync(Snapshot, Cancel), described.TrimEnd('\n').Split('\n'));
        difference.ShouldBeNull($"Run build/refresh-openapi.sh if the change is meant.\n{difference}");
    }

    private static string? Difference(string[] committed, string[] described)
    {
        var same = committed.Zip(described).TakeWhile(pair => pair.First == pair.Second).Count();
        if (same == committed.Length && same == described.Length)
        {
            return null;
        }

        var end = committed.Reverse().Zip(described.Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
        end = Math.Min(end, Math.Min(committed.Length, described.Length) - same);
        return string.Join('\n', [
            $"From line {same + 1} on:",
            .. committed[Math.Max(0, same - Context)..same].Select(line => $"  {line}"),
            .. committed[same..^end].Select(line => $"- {line}"),
            .. described[same..^end].Select(line => $"+ {line}"),
        ]);
    }

    private static string Root(string folder) =>
        File.Exists(Path.Combine(folder, "Unleash.Pat.sln")) ? folder : Root(Path.GetDirectoryName(folder)!);
}
