using System.Security.Cryptography;

namespace Unleash.Pat.Infrastructure.Persistence.Files;

/// <summary>Space beside the database that is set aside for taking rights away on a full disk.</summary>
/// <remarks>
/// Threat: somebody fills the disk, by logs or by tokens, and a stolen token can no longer be revoked.
/// </remarks>
internal sealed class SpaceReserve(DatabasePaths paths)
{
    /// <summary>How much is set aside: room for hundreds of revocations with their events.</summary>
    public const long Size = 4 * 1024 * 1024;

    // What is left must be enough for the log to begin with.
    private const long LeastFree = 1024 * 1024;

    private readonly Lock _gate = new();
    private volatile bool _isReleased;
    private volatile bool _isFull;

    /// <summary>Told when the space was released (<see langword="true"/>) or set aside again.</summary>
    public event Action<bool>? Changed;

    /// <summary>Whether it is released, so that nothing but what takes rights away may be written.</summary>
    public bool IsReleased => _isReleased;

    /// <summary>Whether the disk has no room, by the last write or by what the system says.</summary>
    public bool IsFull => _isReleased || _isFull;

    /// <summary>A write has found the disk full.</summary>
    public void NoteFull() => _isFull = true;

    /// <summary>Gives the space up.</summary>
    /// <returns>Whether there was any.</returns>
    public bool Release()
    {
        lock (_gate)
        {
            if (!File.Exists(paths.Reserve))
            {
                _isReleased = true;
                return false;
            }

            File.Delete(paths.Reserve);
            _isReleased = true;
        }

        Changed?.Invoke(true);
        return true;
    }

    /// <summary>Sets the space aside where it is not, and looks how much is left.</summary>
    public void Keep()
    {
        bool isBack;
        lock (_gate)
        {
            var wasReleased = _isReleased;
            _isReleased = !TryHold();
            _isFull = Free() < LeastFree;
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

    // Random, so that no file system keeps it in less.
    private void Fill()
    {
        using var file = PrivateFile.Create(paths.Reserve);
        file.Write(RandomNumberGenerator.GetBytes((int)Size));
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
            // The next look finds it of the wrong size.
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
            // Not told: a write will tell.
            return long.MaxValue;
        }
    }
}
