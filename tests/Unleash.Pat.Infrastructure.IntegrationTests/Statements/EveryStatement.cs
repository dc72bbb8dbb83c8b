using System.Data;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Unleash.Pat.Application;
using Unleash.Pat.Application.AdminTokens;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authentication.Revocations;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Events.Chain;
using Unleash.Pat.Application.Hosting;
using Unleash.Pat.Application.Housekeeping;
using Unleash.Pat.Application.Importing;
using Unleash.Pat.Application.Instance;
using Unleash.Pat.Application.Notifications;
using Unleash.Pat.Application.Sessions;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Domain.Users;
using Unleash.Pat.Infrastructure.Persistence;
using Unleash.Pat.Infrastructure.Persistence.Migrations;
using Unleash.Pat.Infrastructure.Persistence.Repositories;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Statements;

/// <summary>Has every repository say everything that it can say to a SQL Server, and keeps it.</summary>
internal static class EveryStatement
{
    private static readonly DateTimeOffset Now = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private const long Accounts = 100;

    private static readonly byte[] Hash = new byte[TokenSecret.VerifierLength];
    private static readonly string Selector = new('s', TokenSecret.SelectorLength);

    /// <summary>Every command; the repositories are called once on an empty database and once on a full one.</summary>
    public static async Task<IReadOnlyList<RecordedCommand>> RecordAsync()
    {
        var commands = new List<RecordedCommand>();
        foreach (var rows in new[] { EmptyTable, FullTable })
        {
            using var dialect = new RecordingDialect(rows);
            await using var services = Build(dialect);
            foreach (var call in Calls(services))
            {
                await CallAsync(call);
            }

            commands.AddRange(dialect.Commands);
        }

        return commands;
    }

    public static ServiceProvider Build(ISqlDialect dialect)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection().Build();
        var services = new ServiceCollection().AddLogging().AddApplication(configuration).AddInfrastructure(configuration);
        services.Replace(ServiceDescriptor.Singleton(dialect));
        return services.BuildServiceProvider();
    }

    // Made-up rows make some repositories fail after they have asked; what they asked is all that matters here.
    private static async Task CallAsync(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or DatabaseStructureException or InvalidCastException or RefusedException or System.Xml.XmlException)
        {
        }
    }

    private static IEnumerable<Func<Task>> Calls(ServiceProvider services) =>
        [.. TokenCalls(services), .. UserCalls(services), .. ImportCalls(services), .. SessionCalls(services), .. OtherCalls(services), .. InventoryCalls.Of(services, Audit), .. NotificationCalls(services),
            .. EventCalls(services.GetRequiredService<IEventRepository>()), .. ChainCalls(services.GetRequiredService<IEventChainRepository>())];

    private static IEnumerable<Func<Task>> TokenCalls(ServiceProvider services)
    {
        var pats = (PatRepository)services.GetRequiredService<IPatRepository>();
        var pat = new NewPat(1, TokenDescription.Create("laptop"), Selector, Hash, Now, Now.AddDays(30));
        yield return () => pats.CreateAsync(pat, 10, Audit, default);
        yield return () => pats.CreateAsync(pat with { Scopes = TokenScopes.Create(["api:read"]) }, 10, Audit, default);
        yield return () => pats.FindConflictAsync(pat, default);
        yield return () => pats.UpdateAsync(1, 1, found => found with { IsEnabled = !found.IsEnabled }, Audit, default);
        yield return () => pats.RotateAsync(1, 1, _ => new PatRotation(Selector, Hash, Now, Now.AddDays(1), Now), Audit, default);
        yield return () => pats.DeleteExpiredAsync(1, Audit, default);
        yield return () => pats.DeleteUnusedAsync(Now, 100, Audit, default);
        yield return () => pats.DeleteLongExpiredAsync(Now, 100, Audit, default);
        yield return () => pats.GetAllAsync(1, default);
        yield return () => pats.GetAllOfTypeAsync(AccountType.User, default);
        yield return () => pats.FindAsync(1, 1, default);
        yield return () => pats.DeleteAsync(1, 1, Audit, default);
        yield return () => services.GetRequiredService<IRejectedUseStore>()
            .WriteRejectedAsync([new RejectedUse(1, 2, Now, "192.0.2.7"), new RejectedUse(2, 1, Now, null)], default);
        foreach (var kind in Enum.GetValues<TokenKind>())
        {
            var tokens = services.GetRequiredKeyedService<ITokenVerifierStore>(kind);
            yield return () => tokens.FindAsync(Selector, default);
            yield return () => tokens.WriteLastUsedAsync([new LastUse(1, Now)], default);
        }
    }

    private static IEnumerable<Func<Task>> UserCalls(ServiceProvider services)
    {
        var users = services.GetRequiredService<IUserRepository>();
        var user = new NewUser(AccountType.User, "ann", "ann@example.com", "Ann", RootRole.Viewer, "hash", Now);
        yield return () => users.FindAsync(1, default);
        yield return () => users.FindForSignInAsync("ann", default);
        yield return () => users.AnyAsync(default);
        yield return () => users.CreateAsync(user, Audit, default);
        var link = new NewPasswordLink(Selector, Hash, "admin", Now, Now.AddDays(1));
        var links = services.GetRequiredService<IPasswordLinkRepository>();
        yield return () => users.CreateAsync(user with { Invitation = link }, Audit, default);
        yield return () => links.CreateAsync(user.WithId(1), link, Audit, default);
        yield return () => links.FindAsync(Selector, default);
        yield return () => links.UseAsync(new PasswordLinkUse(user.WithId(1), Selector, "new"), Audit, default);
        var identities = services.GetRequiredService<IUserIdentityRepository>();
        var identity = new ProviderIdentity("https://id.example.com", "ann");
        yield return () => users.CreateAsync(user with { Identity = identity }, Audit, default);
        yield return () => identities.FindAsync(identity, default);
        yield return () => identities.LinkAsync(user.WithId(1), identity, Audit, default);
        yield return () => identities.UnlinkAsync(1, 100, Audit, default);
        yield return () => identities.UnlinkAsync(null, 100, Audit, default);
        yield return () => users.UpdateAsync(
            new AccountUpdate(1, AccountType.User, "Anne", "anne@example.com", RootRole.Admin, IsEnabled: false), Audit, default);
        yield return () => users.DeleteAsync(1, AccountType.User, Audit, default);
        yield return () => users.ChangePasswordAsync(new PasswordChange(user.WithId(1), "new", "old", 1), Audit, default);
        yield return () => users.GetAllOfTypeAsync(AccountType.User, default);
        yield return () => users.GetPageAsync(AccountType.User, 10, 0, default);
        yield return () => users.GetPageAsync(AccountType.User, 10, (int)Accounts - 10, default);
        yield return () => users.SearchAsync("ann", 10, default);
    }

    private static IEnumerable<Func<Task>> ImportCalls(ServiceProvider services)
    {
        var imports = services.GetRequiredService<IImportRepository>();
        var key = ImportKey.OfAccount("csv", "ann");
        var user = new NewUser(AccountType.User, "ann", "ann@example.com", "Ann", RootRole.Viewer, "hash", Now) { SeenAt = Now };
        var pat = new NewPat(1, TokenDescription.Create("laptop"), Selector, Hash, Now, Now.AddDays(30)) { SeenAt = Now };
        var token = new NewImportedToken(ImportKey.OfToken(Selector), "csv, line 2", pat);
        yield return () => imports.FindAccountAsync(key, default);
        yield return () => imports.FindHolderAsync("ann", default);
        yield return () => imports.FindTokenAsync(token.Key, Selector, default);
        yield return () => imports.AddAsync(new(key, "csv, ann", null, user, [token], 10, Audit), default);
        yield return () => imports.AddAsync(new(key, "csv, ann", 1, null, [token with { Pat = pat with { SeenAt = null, Scopes = TokenScopes.Create(["api:read", "deploy:write"]) } }], 10, Audit), default);
    }

    private static IEnumerable<Func<Task>> SessionCalls(ServiceProvider services)
    {
        var sessions = services.GetRequiredService<ISessionRepository>();
        var session = new NewSession(1, Hash, Now, Now.AddDays(2), "::1", "a test");
        var client = new SignInEventData(session.Address, session.UserAgent);
        yield return () => sessions.BeginAsync(session, new VerifiedPassword("hash"), Audit, default);
        yield return () => sessions.RecordFailureAsync(1, client, Audit, default);
        var verification = services.GetRequiredService<ISessionVerifierStore>();
        yield return () => verification.FindAsync(Hash, default);
        yield return () => verification.WriteLastUsedAsync([new LastUse(1, Now)], default);
        yield return () => sessions.EndAsync(1, client, Audit, default);
        yield return () => sessions.GetLiveAsync(1, Now, default);
        yield return () => sessions.HasLiveFromAsync(1, "::1", Now, default);
        yield return () => sessions.EndOfUserAsync(1, 1, Audit, default);
        yield return () => sessions.EndOfUserAsync(1, null, Audit, default);
        yield return () => sessions.DeleteExpiredAsync(Now, 500, default);
    }

    private static IEnumerable<Func<Task>> OtherCalls(ServiceProvider services)
    {
        var adminTokens = services.GetRequiredService<IAdminTokenRepository>();
        var keys = services.GetRequiredService<DataProtectionKeyRepository>();
        var token = new NewAdminToken("ci", Selector, Hash, Now, Now.AddDays(30), CreatedByUserId: 1);
        var instance = services.GetRequiredService<IInstanceRepository>();
        yield return () => instance.GetIdAsync(default);
        yield return () => instance.CountAccountsAsync(Now, default);
        yield return () => instance.CountAdministratorsAsync(default);
        yield return () => instance.GetAdministratorsAsync(100, default);
        yield return () => adminTokens.CreateAsync(token, Audit, default);
        yield return () => adminTokens.FindAsync(1, default);
        yield return () => adminTokens.TakeOverAsync(1, 2, Audit, default);
        yield return () => adminTokens.GetAllAsync(default);
        yield return () => adminTokens.DeleteAsync(1, Audit, default);
        yield return () => services.GetRequiredService<ILeaseStore>().TryTakeAsync("housekeeping", "node", Now, Now, default);
        yield return () => services.GetRequiredService<IAuthenticationFailureStore>()
            .RecordAsync([Audit.With(new { Description = "laptop" }, new { Id = 1 })], default);
        yield return () => services.GetRequiredService<IDatabaseProbe>().RequireReadyAsync(default);
        yield return () => Task.Run(keys.GetAllElements);
        yield return () => Task.Run(() => keys.StoreElement(new("key"), "a key"));
        var configured = services.GetRequiredService<IConfiguredTokenStore>();
        yield return () => configured.GetAllAsync(default);
        yield return () => configured.WriteLastUsedAsync([new ConfiguredTokenUse(Hash, Now)], default);
        yield return () => configured.GetSaltAsync(default);
        var revocations = services.GetRequiredService<IRevocationStore>();
        yield return () => revocations.ReadAfterAsync(1, default);
        yield return () => revocations.DeleteThroughAsync(1, 500, default);
        foreach (var backfill in services.GetServices<IBackfill>())
        {
            yield return () => backfill.RunAsync(default);
        }

    }

    private static IEnumerable<Func<Task>> NotificationCalls(ServiceProvider services)
    {
        var source = services.GetRequiredService<INotificationSource>();
        var outbox = services.GetRequiredService<INotificationOutbox>();
        var position = new NotificationPosition(Now, 1);
        var content = new Notification(NotificationType.Expired, Now, new(new(1, "laptop", Now), new(1, "User", "ann", null, null, true)));
        var notification = new NewNotification("expiry/1", content) { Targets = [new(NotificationChannel.Mail, "ann@example.com")] };
        var claimed = new ClaimedNotification(1, new('m', ClaimedNotification.MessageIdLength), "", "{}", Now, 1);
        yield return () => source.FindPositionAsync("events", default);
        yield return () => source.BeginAsync("events", position, default);
        yield return () => source.GetExpiringAsync(position, Now, 100, default);
        yield return () => source.GetEventsAsync(1, 2, 100, default);
        yield return () => source.AddAsync(new("events", position, position), [notification], Now, default);
        yield return () => outbox.ClaimAsync(NotificationChannel.Mail, Now, Now, 8, default);
        yield return () => outbox.EndAsync(claimed, isSent: true, Now, default);
        yield return () => outbox.PostponeAsync(claimed, Now, default);
        yield return () => outbox.CountWaitingAsync(NotificationChannel.Mail, default);
        yield return () => outbox.DeleteEndedAsync(Now, 500, default);
    }

    private static IEnumerable<Func<Task>> EventCalls(IEventRepository events)
    {
        yield return () => events.FillSubjectsAsync(500, default);
        yield return () => events.IndexAsync(1, 500, default);
        yield return () => events.GetCreatorsAsync(10, default);
        yield return () => events.GetNewestIdAsync(default);
        EventFilter[] filters =
        [
            new(), new() { Types = ["pat-created"] }, new() { UserIds = [1] }, new() { UserIds = [1], Types = ["pat-created", "pat-deleted"] },
            new() { UserIds = [1, 2] }, new() { SubjectUserId = 1 }, new() { TokenId = 1, Query = "ann" }, new() { Ids = [1] },
            new() { From = Now.AddDays(-1), To = Now }, new() { UserIds = [1], From = Now.AddDays(-1), To = Now.AddDays(1) },
        ];
        EventSlice[] slices =
        [
            new(10, Position: new EventPosition(1, IsNewer: false)), new(10, Position: new EventPosition(1, IsNewer: true)),
            new(10, 20_000),
        ];
        foreach (var (filter, slice) in filters.SelectMany(filter => slices.Select(slice => (filter, slice))))
        {
            yield return () => events.GetPageAsync(filter, slice, default);
            yield return () => events.GetBatchAsync(filter, slice, default);
        }
    }

    private static IEnumerable<Func<Task>> ChainCalls(IEventChainRepository chain)
    {
        var state = new ChainState(0, EventHash.Beginning, 0, EventHash.Beginning, null, 0, Now, Proof: null);
        var proved = state with { AnchorId = 1, HeadId = 2, Proof = new byte[ChainProof.Length] };
        yield return () => chain.GetStateAsync(default);
        yield return () => chain.GetUnsealedAsync(1, 2, 500, default);
        yield return () => chain.AppendAsync(state, proved, [new EventSeal(1, Hash)], default);
        yield return () => chain.AppendAsync(proved, proved, [], default);
        yield return () => chain.GetSealedAsync(1, 2, 500, default);
        yield return () => chain.DeleteAsync(proved, proved, default);
        yield return () => chain.GetWindowAsync(1, 500, default);
        yield return () => chain.GetEndsAsync(default);
    }

    private static AuditStamp Audit => new("pat-created", "somebody", 1, Now);

    private static DataTable EmptyTable()
    {
        var table = new DataTable { Locale = System.Globalization.CultureInfo.InvariantCulture };
        foreach (var name in new[] { "Id", "UserId", "TokenId", "SessionId", "CreatorId", "Total", "LastId", "Oldest", "Newest" })
        {
            table.Columns.Add(name, typeof(long));
        }

        table.Columns.Add("RootRoleId", typeof(int));
        table.Columns.Add("Enabled", typeof(int));
        foreach (var name in new[] { "AccountType", "Username", "Email", "Name", "Description", "Selector" })
        {
            table.Columns.Add(name, typeof(string));
        }

        foreach (var name in new[] { "CreatedAt", "ExpiresAt", "LastUsedAt", "SeenAt" })
        {
            table.Columns.Add(name, typeof(DateTime));
        }

        table.Columns.Add("Verifier", typeof(byte[]));
        table.Columns.Add("Fingerprint", typeof(byte[]));
        return table;
    }

    private static DataTable FullTable()
    {
        var table = EmptyTable();
        var now = Now.UtcDateTime;
        table.Rows.Add(
            1L, 1L, 1L, 1L, 1L, Accounts, 1L, 1L, 1L, RootRole.Admin.Id, 1, AccountType.User.ToName(), "Straße", "ann@example.com", "Ann", "laptop", Selector, now, now, now, now, Hash, Hash);
        return table;
    }
}
