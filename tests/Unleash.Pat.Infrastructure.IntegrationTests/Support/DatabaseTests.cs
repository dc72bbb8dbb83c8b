using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Domain.Users;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Support;

/// <summary>A suite, written once for every engine; <c>OnSqlite.cs</c> lists it.</summary>
public abstract class DatabaseTests<TEngine>(DatabaseFixture<TEngine> fixture)
    : IClassFixture<DatabaseFixture<TEngine>>, IAsyncLifetime
    where TEngine : IDatabaseEngine, new()
{
    private static int _names;

    private IServiceProvider _services = null!;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Whether the suite wants its database migrated before the first test.</summary>
    protected virtual bool Migrated => true;

    protected DatabaseFixture<TEngine> Fixture => fixture;

    protected FakeTimeProvider Time => fixture.Time;

    protected DateTimeOffset Now => fixture.Time.GetUtcNow();

    public virtual async ValueTask InitializeAsync() => _services = await fixture.GetAsync(Migrated);

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    protected T Get<T>(object key)
        where T : notnull => _services.GetRequiredKeyedService<T>(key);

    /// <summary>A name that no other test uses.</summary>
    protected static string NewName() =>
        string.Create(CultureInfo.InvariantCulture, $"user-{Interlocked.Increment(ref _names)}");

    protected Task<long> NewUserAsync() => NewUserAsync(_services);

    protected async Task<long> NewUserAsync(IServiceProvider node)
    {
        var user = new NewUser(AccountType.User, NewName(), null, null, RootRole.Viewer, null, Now);
        var result = await node.GetRequiredService<IUserRepository>().CreateAsync(user, AuditStamp.BySystem(EventType.UserCreated, Now), Cancel);
        return result.Value?.Id ?? throw new InvalidOperationException("The name was taken.");
    }

    protected NewPat NewPat(long userId, string description, TimeSpan? lifetime = null) => new(
        userId,
        TokenDescription.Create(description),
        TokenSecret.Generate().Selector,
        new byte[TokenSecret.VerifierLength],
        Now,
        Now + (lifetime ?? TimeSpan.FromDays(30)));

    protected Task<WriteResult<PersonalAccessToken>> StoreAsync(NewPat pat, int maxPerUser = 10) =>
        StoreAsync(pat, Get<IPatRepository>(), maxPerUser);

    protected Task<WriteResult<PersonalAccessToken>> StoreAsync(NewPat pat, IPatRepository repository, int maxPerUser = 10) =>
        repository.CreateAsync(pat, maxPerUser, By(pat.UserId, EventType.PatCreated), Cancel);

    protected async Task<PersonalAccessToken> StoredAsync(NewPat pat, int maxPerUser = 10) =>
        (await StoreAsync(pat, maxPerUser)).Value ?? throw new InvalidOperationException("The token was not stored.");

    protected AuditStamp Deleted(PersonalAccessToken pat) => By(pat.UserId, EventType.PatDeleted);

    protected AuditStamp By(long userId, string type) => new(type, "somebody", userId, Now);

    protected async Task<IReadOnlyList<EventRecord>> EventsAsync(long userId, string type) =>
        (await Get<IEventRepository>().GetPageAsync(new EventFilter { Types = type is null ? [] : [type], UserIds = userId is { } id ? [id] : null }, new EventSlice(1000), Cancel)).Events;
}
