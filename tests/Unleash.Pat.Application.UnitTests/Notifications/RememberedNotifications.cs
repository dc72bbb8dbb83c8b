using Unleash.Pat.Application.Notifications;

namespace Unleash.Pat.Application.UnitTests.Notifications;

/// <summary>Tokens, events and notifications in memory, in the order in which the database has them.</summary>
internal sealed class RememberedNotifications : INotificationSource
{
    private readonly Dictionary<string, NotificationPosition> _positions = [];
    private readonly Dictionary<string, NewNotification> _stored = [];

    public IList<ExpiringToken> Tokens { get; } = [];

    public IList<TokenEvent> Events { get; } = [];

    public IReadOnlyList<NewNotification> Stored => [.. _stored.Values];

    public Task<NotificationPosition?> FindPositionAsync(string source, CancellationToken cancellationToken) =>
        Task.FromResult(_positions.GetValueOrDefault(source));

    public Task BeginAsync(string source, NotificationPosition position, CancellationToken cancellationToken)
    {
        _positions.TryAdd(source, position);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<ExpiringToken>> GetExpiringAsync(
        NotificationPosition after, DateTimeOffset upTo, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ExpiringToken>>([.. Tokens
            .Where(token => (token.ExpiresAt > after.At || (token.ExpiresAt == after.At && token.Id > after.Id)) && token.ExpiresAt <= upTo)
            .OrderBy(token => token.ExpiresAt).ThenBy(token => token.Id)
            .Take(limit)]);

    public Task<IReadOnlyList<TokenEvent>> GetEventsAsync(long after, long upTo, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<TokenEvent>>([.. Events.Where(entry => entry.Id > after && entry.Id <= upTo).Take(limit)]);

    public Task<bool> AddAsync(
        NotificationStep advance, IReadOnlyList<NewNotification> notifications, DateTimeOffset now, CancellationToken cancellationToken)
    {
        _positions[advance.Source].ShouldBe(advance.From);
        _positions[advance.Source] = advance.To;
        foreach (var notification in notifications)
        {
            _stored.TryAdd(notification.Key, notification);
        }

        return Task.FromResult(true);
    }
}
