using System.Runtime.CompilerServices;
using System.Text;
using Unleash.Pat.Application.Events.Chain;

namespace Unleash.Pat.Infrastructure.Archiving;

/// <summary>Reads a file of the archive, line by line, while the service may append to it.</summary>
internal static class ArchiveReader
{
    public static async IAsyncEnumerable<ArchivedEvent> ReadAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var isWhole = await ArchiveTail.FindAsync(file, cancellationToken) is var end && end.Position == file.Length;
        file.Position = 0;
        using var reader = new StreamReader(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), detectEncodingFromByteOrderMarks: false);
        var number = 0;
        var line = await reader.ReadLineAsync(cancellationToken);
        while (line is not null)
        {
            var next = await reader.ReadLineAsync(cancellationToken);
            number++;

            // A torn last line is what an interrupted service leaves, and cuts off as it goes on.
            if (next is not null || isWhole)
            {
                yield return Of($"{path}, line {number}", line);
            }

            line = next;
        }
    }

    private static ArchivedEvent Of(string place, string line) => ArchiveLine.Read(Encoding.UTF8.GetBytes(line)) is { } read
        ? new ArchivedEvent(place, read.Previous, read.Entry)
        : new ArchivedEvent(place, [], null);
}
