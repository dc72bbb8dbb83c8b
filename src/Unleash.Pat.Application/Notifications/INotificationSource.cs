namespace Unleash.Pat.Application.Notifications;

/// <summary>Reads what is to be told, and stores it together with how far it has been read.</summary>
public interface INotificationSource
{
    /// <summary>How far a source has been read; <see langword="null"/> where that has not begun.</summary>
    /// <param name="source">Its name, of <see cref="MaxSourceLength"/> characters at most.</param>
    Task<NotificationPosition?> FindPositionAsync(string source, CancellationToken cancellationToken);

    /// <summary>Begins to read a source, unless another node has.</summary>
    Task BeginAsync(string source, NotificationPosition position, CancellationToken cancellationToken);

    /// <summary>Tokens that expire after a position and at <paramref name="upTo"/> at the latest, in the order of their expiry.</summary>
    Task<IReadOnlyList<ExpiringToken>> GetExpiringAsync(
        NotificationPosition after, DateTimeOffset upTo, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Events of tokens whose owners are to be told, in the order of their ids: revocations that another account, the holder
    /// or the service did, and uses of superseded secrets.
    /// </summary>
    Task<IReadOnlyList<TokenEvent>> GetEventsAsync(long after, long upTo, int limit, CancellationToken cancellationToken);

    /// <summary>Stores notifications and that a source has been read further, both or neither.</summary>
    /// <param name="advance">From where and to where the source was read.</param>
    /// <param name="notifications">Those that are stored already are left out.</param>
    /// <returns><see langword="false"/> where another node has read the same meanwhile, and nothing was stored.</returns>
    Task<bool> AddAsync(
        NotificationStep advance, IReadOnlyList<NewNotification> notifications, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>The longest name of a source.</summary>
    const int MaxSourceLength = 64;
}

/// <summary>How far a source has been read: everything up to and including the one with this instant and this id.</summary>
public sealed record NotificationPosition(DateTimeOffset At, long Id);

/// <summary>A part of a source that was read.</summary>
public sealed record NotificationStep(string Source, NotificationPosition From, NotificationPosition To);

/// <summary>A token that expires or has expired, and its account.</summary>
/// <param name="IssuedAt">When it was created or last rotated.</param>
public sealed record ExpiringToken(
    long Id, string Description, DateTimeOffset IssuedAt, DateTimeOffset ExpiresAt, NotificationOwner Owner);

/// <summary>An event of a token, and the token's account as it is now.</summary>
public sealed record TokenEvent(long Id, string Type, string CreatedBy, DateTimeOffset CreatedAt, long TokenId, string Data, NotificationOwner Owner);
