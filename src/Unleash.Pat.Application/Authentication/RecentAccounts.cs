using System.Collections.Concurrent;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Authentication;

/// <summary>The accounts that were read within the last second, so that a program which asks who it is costs no read each time.</summary>
/// <remarks>
/// What changes an account on this node forgets it at once; of a change on another node this one shows the state before for
/// at most a second (docs/decisions/0042-an-account-is-read-once-a-second.md).
/// </remarks>
public sealed class RecentAccounts(TimeProvider time)
{
    /// <summary>How long an account is remembered after it was read.</summary>
    internal static readonly TimeSpan TimeToLive = TimeSpan.FromSeconds(1);

    /// <summary>The most accounts that are remembered; all are forgotten beyond it.</summary>
    internal const int MaxAccounts = 10_000;

    private readonly ConcurrentDictionary<long, Recent> _byId = new();
    private int _forgettings;

    /// <summary>Finds an account, in memory or by a read.</summary>
    /// <param name="id">The account.</param>
    /// <param name="read">Reads the account.</param>
    /// <returns>The account, or <see langword="null"/> where there is none.</returns>
    public ValueTask<User?> FindAsync(long id, Func<long, CancellationToken, Task<User?>> read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(read);
        return _byId.TryGetValue(id, out var recent) && time.GetElapsedTime(recent.ReadAt) < TimeToLive
            ? new(recent.User)
            : new(ReadAsync(id, read, cancellationToken));
    }

    /// <summary>Forgets an account. Call it before the response says that the account has changed.</summary>
    public void Forget(long id)
    {
        Interlocked.Increment(ref _forgettings);
        _byId.TryRemove(id, out _);
    }

    /// <summary>Forgets all accounts.</summary>
    public void Clear()
    {
        Interlocked.Increment(ref _forgettings);
        _byId.Clear();
    }

    private async Task<User?> ReadAsync(
        long id, Func<long, CancellationToken, Task<User?>> read, CancellationToken cancellationToken)
    {
        var (before, begin) = (Volatile.Read(ref _forgettings), time.GetTimestamp());
        var user = await read(id, cancellationToken);
        if (user is not null)
        {
            Remember(new Recent(user, begin), before);
        }

        return user;
    }

    // A change may have been made after the read began, and is noticed before or after what was read is added.
    private void Remember(Recent recent, int before)
    {
        if (Volatile.Read(ref _forgettings) != before)
        {
            return;
        }

        if (_byId.Count >= MaxAccounts)
        {
            _byId.Clear();
        }

        _byId[recent.User.Id] = recent;
        if (Volatile.Read(ref _forgettings) != before)
        {
            _byId.TryRemove(new(recent.User.Id, recent));
        }
    }

    private sealed record Recent(User User, long ReadAt);
}
