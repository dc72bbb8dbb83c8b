using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application.AdminTokens;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authentication.Revocations;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Events.Chain;
using Unleash.Pat.Application.Hosting;
using Unleash.Pat.Application.Housekeeping;
using Unleash.Pat.Application.Importing;
using Unleash.Pat.Application.Instance;
using Unleash.Pat.Application.Inventory;
using Unleash.Pat.Application.Notifications;
using Unleash.Pat.Application.Policy;
using Unleash.Pat.Application.Sessions;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Infrastructure.Archiving;
using Unleash.Pat.Infrastructure.Importing;
using Unleash.Pat.Infrastructure.Notifications;
using Unleash.Pat.Infrastructure.Persistence;
using Unleash.Pat.Infrastructure.Persistence.Migrations;
using Unleash.Pat.Infrastructure.Persistence.Repositories;
using Unleash.Pat.Infrastructure.Persistence.Repositories.Events;
using Unleash.Pat.Infrastructure.Persistence.Repositories.Inventory;
using Unleash.Pat.Infrastructure.Persistence.Repositories.Notifications;
using Unleash.Pat.Infrastructure.Persistence.Sqlite;
using Unleash.Pat.Infrastructure.Persistence.Sqlite.Copies;
using Unleash.Pat.Infrastructure.Persistence.SqlServer;
using Unleash.Pat.Infrastructure.Security;
using Unleash.Pat.Infrastructure.Telemetry;

namespace Unleash.Pat.Infrastructure;

/// <summary>Registers the adapters of the use cases' ports.</summary>
public static class DependencyInjection
{
    /// <summary>
    /// Adds the database, of <c>Database</c> and <c>ConnectionStrings:UnleashPat</c>, and password hashing.
    /// <paramref name="createAgain"/> allows an empty database where there was another one before.
    /// </summary>
    /// <exception cref="StartupException">The configuration names no usable database.</exception>
    public static IServiceCollection AddInfrastructure(
        this IServiceCollection services, IConfiguration configuration, bool createAgain = false)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        UtcMillisecondsTypeHandler.Register();
        services.TryAddSingleton(TimeProvider.System);
        services.AddMetrics();
        services.AddProvider(configuration, createAgain);
        services.AddSingleton<WriteGroupMetrics>();
        services.AddSingleton<Database>();
        services.AddSingleton<IPatRepository, PatRepository>();
        services.AddSingleton<IInventoryRepository, InventoryRepository>();
        services.AddSingleton<ITokenPolicyRepository, TokenPolicyRepository>();
        services.AddSingleton<IUserRepository, UserRepository>();
        services.AddSingleton<IImportRepository, ImportRepository>();
        services.AddSingleton<IUnleashDatabases, UnleashDatabases>();
        services.AddSingleton<IUserIdentityRepository, UserIdentityRepository>();
        services.AddSingleton<IPasswordLinkRepository, PasswordLinkRepository>();
        services.AddSingleton<IInstanceRepository, InstanceRepository>();
        services.AddSingleton<IAdminTokenRepository, AdminTokenRepository>();
        services.AddSingleton<IDatabaseProbe, DatabaseProbe>();
        services.AddSingleton<ISessionRepository, SessionRepository>();
        services.AddSingleton<IEventRepository, EventRepository>();
        services.AddSingleton<IEventChainRepository, EventChainRepository>();
        services.AddSingleton<IEventArchive, EventArchive>();
        services.AddSingleton<IHeadFile, HeadFile>();
        services.AddHostedService<EventFoldersCheck>();
        services.AddSingleton<HashingThreads>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = PasswordHasher.Iterations);
        services.AddSingleton<IPasswordHasher, PasswordHasher>();
        services.AddSingleton<IInitialPasswordKeeper, InitialPasswordFile>();
        services.AddNotifications(configuration);
        return services.AddAuthenticationStores().AddCookieProtection();
    }

    // The only place that depends on the provider.
    private static void AddProvider(this IServiceCollection services, IConfiguration configuration, bool createAgain)
    {
        var options = DatabaseOptions.Read(configuration, createAgain);
        services.AddSingleton<MigrationSet>();
        services.AddSingleton(options);
        services.AddSingleton(new DatabaseFacts(options.Provider.ToString()));
        services.AddSingleton<IDatabaseInitializer, DatabaseInitializer>();
        services.AddSingleton<IBackfill, UserNameBackfill>();
        services.AddSingleton<IBackfill, AdminTokenNameBackfill>();
        services.AddSingleton<IBackfill, TokenDescriptionBackfill>();
        switch (options.Provider)
        {
            case DatabaseProvider.Sqlite:
                services.AddSqlite(options);
                break;
            case DatabaseProvider.SqlServer:
                services.AddSqlServer(options);
                break;
        }
    }

    private static void AddSqlite(this IServiceCollection services, DatabaseOptions options)
    {
        services.AddEngine<SqliteDialect, SqliteMigrationTarget>(new SqliteDialect(options.ConnectionString));
        services.AddSingleton<IDatabaseCopies, SqliteCopies>().AddHostedService<DatabaseFileWatch>();
    }

    // A method of its own, so that SQL Server's driver is loaded only where it is used.
    private static void AddSqlServer(this IServiceCollection services, DatabaseOptions options)
    {
        EntraAuthenticationProvider.Register();
        services.AddSingleton<SqlServerReads>().AddSingleton<SqlServerAvailability>().AddSingleton<SqlServerCreation>();
        services.AddEngine<SqlServerDialect, SqlServerMigrationTarget>(new SqlServerDialect(options));
        services.AddSingleton<IDatabaseCopies, SqlServerCopies>();
    }

    private static void AddEngine<TDialect, TTarget>(this IServiceCollection services, TDialect dialect)
        where TDialect : class, ISqlDialect
        where TTarget : class, IMigrationTarget
    {
        // By a factory, because the container disposes only of what it has created.
        services.AddSingleton(_ => dialect);
        services.AddSingleton<ISqlDialect>(provider => provider.GetRequiredService<TDialect>());
        services.AddSingleton<IMigrationTarget, TTarget>();
    }

    private static IServiceCollection AddAuthenticationStores(this IServiceCollection services) => services
        .AddKeyedSingleton<ITokenVerifierStore, PatVerifierStore>(TokenKind.Personal)
        .AddKeyedSingleton<ITokenVerifierStore, AdminTokenVerifierStore>(TokenKind.Admin)
        .AddSingleton<IRejectedUseStore, RejectedUseStore>()
        .AddSingleton<ILeaseStore, LeaseStore>()
        .AddSingleton<IRevocationStore, RevocationStore>()
        .AddSingleton<ISessionVerifierStore, SessionVerifierStore>()
        .AddSingleton<IConfiguredTokenStore, ConfiguredTokenStore>()
        .AddSingleton<IAuthenticationFailureStore, AuthenticationFailureStore>();

    private static void AddNotifications(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<INotificationSource, NotificationSource>();
        services.AddSingleton<INotificationOutbox, NotificationOutbox>();
        if (IsOn(configuration, WebhookSettings.Section, WebhookSettings.UrlKey))
        {
            var settings = WebhookSettings.Read(configuration);
            services.AddSingleton<INotificationChannel>(provider => ActivatorUtilities.CreateInstance<WebhookChannel>(provider, settings));
        }

        if (IsOn(configuration, SmtpSettings.Section, SmtpSettings.HostKey))
        {
            services.AddMail(configuration);
        }
    }

    // Threat: an operator who has forgotten the setting that switches a channel on believes that owners are told.
    private static bool IsOn(IConfiguration configuration, string section, string key) => configuration[key] is not null
        || (configuration.GetSection(section).GetChildren().FirstOrDefault() is { } other
            ? throw new StartupException($"{other.Path} is set, but {key}, which switches it on, is not.")
            : false);

    // Of its own, so that MailKit is loaded only where it is called.
    private static void AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = SmtpSettings.Read(configuration);
        services.AddSingleton<INotificationChannel>(provider => ActivatorUtilities.CreateInstance<MailChannel>(provider, settings));
    }

    private static IServiceCollection AddCookieProtection(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("Unleash.Pat");
        services.AddSingleton<DataProtectionKeyRepository>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(options =>
                options.XmlRepository = provider.GetRequiredService<DataProtectionKeyRepository>()));
        return services;
    }
}
