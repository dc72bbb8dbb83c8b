using System.Buffers.Binary;
using SQLitePCL;

namespace Unleash.Pat.Infrastructure.Persistence.Sqlite.Log;

/// <summary>Gathers what a commit writes to SQLite's log, so that it is written at once.</summary>
/// <remarks>
/// <para>
/// SQLite writes each page in two pieces, its header of 24 bytes first. For a commit of twenty pages, that is forty calls into the
/// system, which take three times the CPU time of one (docs/decisions/0055-a-commit-is-written-at-once.md).
/// </para>
/// <para>
/// Threat: what is held back and written too late would overwrite what another connection has committed meanwhile. So nothing is
/// held back but while a commit runs, which has the lock for writing; SQLite flushes the log (<c>synchronous = FULL</c>) before
/// any other connection can see the commit, and only then is the lock released. What a commit that failed leaves is forgotten.
/// </para>
/// </remarks>
internal sealed unsafe class LogBuffer
{
    // Thirty pages, more than most groups of changes have; the rest is written in further pieces. SQLite's file system for Unix
    // refuses 128 KiB and more at once, as if the disk were full.
    private const int Capacity = 124 * 1024;

    // The format of SQLite's log: a page follows a header of 24 bytes, whose second number is zero unless the page is the last
    // one of a commit (https://www.sqlite.org/fileformat2.html#the_write_ahead_log).
    private const int HeaderLength = 24;
    private const int CommitMark = 4;

    [ThreadStatic]
    private static LogBuffer? _current;

    private readonly byte[] _bytes = new byte[Capacity];
    private LogFile* _file;
    private long _offset;
    private int _length;
    private bool _followsPage;

    /// <summary>The one of the commit that runs on this thread, if any.</summary>
    public static LogBuffer? Current => _current;

    /// <summary>Runs a commit on this thread, and nothing else.</summary>
    /// <remarks>
    /// Threat: a statement within a transaction writes to the log as well, where the pages do not fit into the cache. The engine
    /// takes them for written, so the transaction must not go on without them.
    /// </remarks>
    /// <returns>The commit's result. If it is an error, the transaction must have ended.</returns>
    public int Use(Func<int> commit)
    {
        _current = this;
        try
        {
            var result = commit();
            return result == raw.SQLITE_OK ? Flush() : result;
        }
        finally
        {
            _current = null;
            _length = 0;
            _followsPage = false;
        }
    }

    /// <summary>Writes a piece, or holds it back.</summary>
    /// <returns>SQLite's result; an error may be that of an earlier piece.</returns>
    public int Write(LogFile* file, ReadOnlySpan<byte> piece, long offset)
    {
        if (file != _file || offset != _offset + _length || piece.Length > Capacity - _length)
        {
            var result = Flush();
            if (result != raw.SQLITE_OK)
            {
                return result;
            }

            _file = file;
            _offset = offset;
        }

        if (piece.Length > Capacity)
        {
            return LogFile.Write(file, piece, offset);
        }

        piece.CopyTo(_bytes.AsSpan(_length));
        _length += piece.Length;
        return IsFollowed(piece) ? raw.SQLITE_OK : Flush();
    }

    /// <summary>Writes what is held back.</summary>
    /// <returns>SQLite's result.</returns>
    public int Flush()
    {
        if (_length == 0)
        {
            return raw.SQLITE_OK;
        }

        var held = _bytes.AsSpan(0, _length);
        _length = 0;
        return LogFile.Write(_file, held, _offset);
    }

    // Only what is recognized is held back: a header, whose page follows, and a page whose header says that more follow.
    private bool IsFollowed(ReadOnlySpan<byte> piece)
    {
        if (piece.Length != HeaderLength)
        {
            var isFollowed = _followsPage;
            _followsPage = false;
            return isFollowed;
        }

        _followsPage = BinaryPrimitives.ReadUInt32BigEndian(piece[CommitMark..]) == 0;
        return true;
    }
}
