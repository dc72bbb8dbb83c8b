namespace Unleash.Pat.AspNetCore.Feed;

/// <summary>Reads the lines of a stream, which end in LF, CR or both. Threat: a line that never ends; it has a bound.</summary>
internal sealed class LineReader(Stream stream, int mostBytes)
{
    private byte[] _buffer = new byte[1024];
    private int _start;
    private int _end;
    private bool _skipsLineFeed;

    /// <summary>Reads one line.</summary>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The line without its end, valid until the next call; <see langword="null"/> at the end of the stream.</returns>
    /// <exception cref="InvalidDataException">The line is too long.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken)
    {
        var searched = 0;
        while (true)
        {
            SkipLineFeed();
            var at = _buffer.AsSpan(_start.._end)[searched..].IndexOfAny((byte)'\n', (byte)'\r');
            if (at >= 0)
            {
                return Take(searched + at);
            }

            searched = _end - _start;
            if (!await FillAsync(cancellationToken).ConfigureAwait(false))
            {
                return null;
            }
        }
    }

    private ReadOnlyMemory<byte> Take(int length)
    {
        var line = _buffer.AsMemory(_start, length);
        _skipsLineFeed = _buffer[_start + length] == '\r';
        _start += length + 1;
        return line;
    }

    // After CR, whether the line's end has a LF too shows only with the next byte, which may come much later.
    private void SkipLineFeed()
    {
        if (_skipsLineFeed && _start < _end)
        {
            _start += _buffer[_start] == '\n' ? 1 : 0;
            _skipsLineFeed = false;
        }
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        var length = _end - _start;
        if (length >= mostBytes)
        {
            throw new InvalidDataException("A line of the revocation feed is too long.");
        }

        var buffer = length < _buffer.Length ? _buffer : new byte[Math.Min(length * 2, mostBytes)];
        _buffer.AsSpan(_start, length).CopyTo(buffer);
        (_buffer, _start, _end) = (buffer, 0, length);
        var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _end += read;
        return read > 0;
    }
}
