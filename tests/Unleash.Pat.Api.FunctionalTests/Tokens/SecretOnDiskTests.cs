using System.Text;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Tokens;

/// <summary>docs/api.md, section 2: no database page holds a secret.</summary>
[OneEngineOnly("It is about the database's file, which SQL Server does not have.")]
public sealed class SecretOnDiskTests(ServiceFixture<SqliteEngine> fixture) : FunctionalTests<SqliteEngine>(fixture)
{
    [Fact]
    public async Task Neither_the_file_nor_its_log_holds_a_secret_or_a_password()
    {
        var traces = await SecretTraces.LeaveAsync(Service);

        var pages = new StringBuilder();
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(Engine.FilePath)!))
        {
            pages.Append(Encoding.Latin1.GetString(await ReadAsync(file)));
        }

        var text = pages.ToString();
        text.ShouldContain(traces.Selector, Case.Sensitive, "The write-ahead log should be among the files.");
        foreach (var trace in traces.Hidden)
        {
            text.Contains(trace, StringComparison.Ordinal).ShouldBeFalse();
        }
    }

    private static async Task<byte[]> ReadAsync(string path)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, Cancel);
        return bytes.ToArray();
    }
}
