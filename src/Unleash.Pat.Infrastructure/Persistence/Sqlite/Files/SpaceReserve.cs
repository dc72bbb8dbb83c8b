using System.Security.Cryptography;

namespace Unleash.Pat.Infrastructure.Persistence.Sqlite.Files;

/// <summary>Disk space that is reserved for changes that take rights away.</summary>
/// <remarks>
/// Threat: logs, or an attacker who creates tokens, fill the disk, and a stolen token cannot be revoked any longer.
/// </remarks>
internal sealed class SpaceReserve(DatabasePaths paths)
{
    /// <summary>
    /// Bytes that are reserved: the write-ahead log grows by up to 16 MiB before it begins again, and thousands of revocations
    /// with their events fit into the rest.
    /// </summary>
    public const long Size = 20 * Block;

    private const int Block = 1024 * 1024;

    // Enough for the write-ahead log to begin.
    private const long LeastFree = 1024 * 1024;

    private readonly Lock _gate = new();
    private volatile bool _isReleased;
    private volatile bool _isFull;
    private int _releases;

    /// <summary>Raised when the space was released (<see langword="true"/>) or reserved again.</summary>
    public event Action<bool>? Changed;

    /// <summary>Whether the space is released, so that only changes that take rights away may be written.</summary>
    public bool IsReleased => _isReleased;

    /// <summary>Whether the disk has no room, by the last write or by what the operating system says.</summary>
    public bool IsFull => _isReleased || _isFull;

    /// <summary>Whether the operating system says that there is room on the disk, beside what is reserved.</summary>
    public bool HasRoom => Free() >= LeastFree;

    /// <summary>How often the space was released.</summary>
    public int Releases => Volatile.Read(ref _releases);

    /// <summary>Notes that a write found the disk full.</summary>
    public void NoteFull() => _isFull = true;

    /// <summary>Releases the space, unless another change that failed for the same lack has done so meanwhile.</summary>
    /// <param name="before">How often it had been released when the change began.</param>
    /// <returns>Whether space was released since.</returns>
    public bool Release(int before)
    {
        lock (_gate)
        {
            if (_releases != before)
            {
                return true;
            }

            if (!File.Exists(paths.Reserve))
            {
                _isReleased = true;
                return false;
            }

            File.Delete(paths.Reserve);
            _isReleased = true;
            _releases++;
        }

        Changed?.Invoke(true);
        return true;
    }

    /// <summary>Reserves the space where it is not, and checks how much is left.</summary>
    public void Keep()
    {
        bool isBack;
        lock (_gate)
        {
            var wasReleased = _isReleased;
            _isReleased = !TryHold();
            _isFull = !HasRoom;
            isBack = wasReleased && !_isReleased;
            if (!wasReleased && _isReleased)
            {
                Changed?.Invoke(true);
            }
        }

        if (isBack)
        {
            Changed?.Invoke(false);
        }
    }

    private bool TryHold()
    {
        if (FileState.Of(paths.Reserve)?.Size == Size)
        {
            return true;
        }

        try
        {
            File.Delete(paths.Reserve);
            if (Free() < Size + LeastFree)
            {
                return false;
            }

            Fill();
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            TryDelete();
            return false;
        }
    }

    // Random, so that no file system compresses it.
    private void Fill()
    {
        using var file = PrivateFile.Create(paths.Reserve);
        for (var written = 0; written < Size; written += Block)
        {
            file.Write(RandomNumberGenerator.GetBytes(Block));
        }

        file.Flush();
    }

    private void TryDelete()
    {
        try
        {
            File.Delete(paths.Reserve);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The next check finds the wrong size.
        }
    }

    private long Free()
    {
        try
        {
            return new DriveInfo(paths.Folder).AvailableFreeSpace;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // Unknown: a write will show it.
            return long.MaxValue;
        }
    }
}
