using System.Buffers;
using System.Text;

namespace Unleash.Pat.AspNetCore.Feed;

/// <summary>
/// Reads server-sent events. The framework has a reader from .NET 10 on only, and that one does not bound what it keeps.
/// </summary>
internal sealed class SseReader(Stream stream)
{
    /// <summary>Enough for the ids of 100,000 tokens in one event.</summary>
    public const int MostBytes = 1024 * 1024;

    private readonly LineReader _lines = new(stream, MostBytes);
    private readonly ArrayBufferWriter<byte> _data = new();
    private string _name = "";
    private bool _isFirst = true;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads one event.</summary>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The event, valid until the next call; <see langword="null"/> at the end of the stream.</returns>
    /// <exception cref="InvalidDataException">The event is too long.</exception>
    public async ValueTask<SseEvent?> ReadAsync(CancellationToken cancellationToken)
    {
        _data.ResetWrittenCount();
        _name = "";
        var hasData = false;
        while (await _lines.ReadAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            if (line.Length == 0 && (hasData || _name.Length > 0))
            {
                return new SseEvent(_name, _data.WrittenMemory);
            }

            hasData |= TakeField(WithoutMark(line.Span), hasData);
        }

        return null;
    }

    // A comment begins with a colon, so that its field has no name.
    private bool TakeField(ReadOnlySpan<byte> line, bool hasData)
    {
        var colon = line.IndexOf((byte)':');
        var field = colon < 0 ? line : line[..colon];
        var value = colon < 0 ? default : line[(colon + 1)..];
        value = value.StartsWith(" "u8) ? value[1..] : value;
        if (field.SequenceEqual("event"u8))
        {
            _name = Encoding.UTF8.GetString(value);
        }

        if (!field.SequenceEqual("data"u8))
        {
            return false;
        }

        Append(value, hasData);
        return true;
    }

    private void Append(ReadOnlySpan<byte> value, bool hasData)
    {
        if (_data.WrittenCount + value.Length >= MostBytes)
        {
            throw new InvalidDataException("An event of the revocation feed is too long.");
        }

        if (hasData)
        {
            _data.Write("\n"u8);
        }

        _data.Write(value);
    }

    private ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> line)
    {
        var isFirst = _isFirst;
        _isFirst = false;
        return isFirst && line.StartsWith(ByteOrderMark) ? line[ByteOrderMark.Length..] : line;
    }
}
