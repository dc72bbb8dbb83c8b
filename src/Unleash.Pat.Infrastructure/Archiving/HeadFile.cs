using System.Text;
using System.Text.Json;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Events.Chain;
using Unleash.Pat.Infrastructure.Persistence;

namespace Unleash.Pat.Infrastructure.Archiving;

/// <inheritdoc cref="IHeadFile" />
internal sealed class HeadFile : IHeadFile
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new UtcMillisecondsJsonConverter() } };

    private bool _hasWritten;

    public async Task AppendAsync(string path, ChainHead head, CancellationToken cancellationToken)
    {
        await using var file = AppendOnlyFile.Open(Path.GetFullPath(path));

        // What a loss of power has cut off must not spoil this line too.
        var line = $"{(_hasWritten || file.Length == 0 ? "" : "\n")}{JsonSerializer.Serialize(head, Json)}\n";
        _hasWritten = true;
        await file.WriteAsync(Encoding.UTF8.GetBytes(line), cancellationToken);
        file.Flush(flushToDisk: true);
    }

    public async Task<IReadOnlyList<ChainHead?>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var heads = new List<ChainHead?>();
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.AsSpan().TrimEnd().EndsWith('}'))
            {
                heads.Add(Parse(line));
            }
        }

        return heads;
    }

    private static ChainHead? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<ChainHead>(line, Json) is { Id: >= 0, Hash.Length: EventHash.Length } head ? head : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
