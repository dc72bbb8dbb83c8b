using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application.AdminTokens;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Hosting;
using Unleash.Pat.Application.Sessions;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Infrastructure.Authentication;
using Unleash.Pat.Infrastructure.Persistence;
using Unleash.Pat.Infrastructure.Persistence.Copies;
using Unleash.Pat.Infrastructure.Persistence.Dialects;
using Unleash.Pat.Infrastructure.Persistence.Files;
using Unleash.Pat.Infrastructure.Persistence.Migrations;
using Unleash.Pat.Infrastructure.Persistence.Repositories;
using Unleash.Pat.Infrastructure.Persistence.TypeHandlers;
using Unleash.Pat.Infrastructure.Security;

namespace Unleash.Pat.Infrastructure;

/// <summary>Registers what the use cases need from outside.</summary>
public static class DependencyInjection
{
    /// <summary>Adds the database, token verification and password hashing.</summary>
    /// <param name="services">The container.</param>
    /// <param name="configuration">The section <c>Database</c> and <c>ConnectionStrings:UnleashPat</c> are read.</param>
    /// <param name="createAgain">Whether an empty database may be made where there was another one before.</param>
    /// <returns>The container.</returns>
    /// <exception cref="StartupException">The configuration names no usable database.</exception>
    public static IServiceCollection AddInfrastructure(
        this IServiceCollection services, IConfiguration configuration, bool createAgain = false)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        UtcMillisecondsTypeHandler.Register();
        services.TryAddSingleton(TimeProvider.System);
        services.AddProvider(configuration, createAgain);
        services.AddSingleton<Database>();
        services.AddSingleton<IPatRepository, PatRepository>();
        services.AddSingleton<IUserRepository, UserRepository>();
        services.AddSingleton<IAdminTokenRepository, AdminTokenRepository>();
        services.AddSingleton<IDatabaseProbe, DatabaseProbe>();
        services.AddSingleton<ISessionRepository, SessionRepository>();
        services.AddSingleton<IEventRepository, EventRepository>();
        services.AddSingleton<HashingThreads>();
        services.AddSingleton<IPasswordHasher, PasswordHasher>();
        services.AddSingleton<IInitialPasswordKeeper, InitialPasswordFile>();
        return services.AddTokenVerification().AddCookieProtection();
    }

    // The only place where the provider is chosen.
    private static void AddProvider(this IServiceCollection services, IConfiguration configuration, bool createAgain)
    {
        var options = DatabaseOptions.Read(configuration, createAgain);
        services.AddSingleton<MigrationSet>();
        services.AddSingleton(options);
        services.AddSingleton<IDatabaseInitializer, DatabaseInitializer>();
        services.AddSingleton<IBackfill, UserNameBackfill>();
        services.AddSingleton<IBackfill, AdminTokenNameBackfill>();
        switch (options.Provider)
        {
            case DatabaseProvider.Sqlite:
                services.AddEngine<SqliteDialect, SqliteMigrationTarget>(new SqliteDialect(options.ConnectionString));
                services.AddSingleton<IDatabaseCopies, SqliteCopies>().AddHostedService<DatabaseFileWatch>();
                break;
            case DatabaseProvider.SqlServer:
                EntraAuthenticationProvider.Register();
                services.AddSingleton<SqlServerReads>().AddSingleton<SqlServerCreation>();
                services.AddEngine<SqlServerDialect, SqlServerMigrationTarget>(new SqlServerDialect(options));
                services.AddSingleton<IDatabaseCopies, SqlServerCopies>();
                break;
        }
    }

    private static void AddEngine<TDialect, TTarget>(this IServiceCollection services, TDialect dialect)
        where TDialect : class, ISqlDialect
        where TTarget : class, IMigrationTarget
    {
        // By a factory, because the container disposes only of what it has made.
        services.AddSingleton(_ => dialect);
        services.AddSingleton<ISqlDialect>(provider => provider.GetRequiredService<TDialect>());
        services.AddSingleton<IMigrationTarget, TTarget>();
    }

    private static IServiceCollection AddTokenVerification(this IServiceCollection services) => services
        .AddSingleton<PatVerifierStore>()
        .AddSingleton<AdminTokenVerifierStore>()
        .AddSingleton<TokenLanes>()
        .AddSingleton<ITokenCache>(provider => provider.GetRequiredService<TokenLanes>())
        .AddSingleton<ITokenAuthenticator, TokenAuthenticator>()
        .AddSingleton<ConfiguredTokenRepository>()
        .AddSingleton<ConfiguredTokenUses>()
        .AddSingleton<IConfiguredTokenUses>(provider => provider.GetRequiredService<ConfiguredTokenUses>())
        .AddSingleton<AuthenticationFailureRepository>()
        .AddHostedService<AuthenticationFailureWriter>()
        .AddSingleton<SessionUseRepository>()
        .AddSingleton<SessionUses>()
        .AddSingleton<ISessionUses>(provider => provider.GetRequiredService<SessionUses>())
        .AddHostedService<LastUsedWriter>()
        .AddHostedService<SessionUseWriter>()
        .AddHostedService<SessionCleaner>();

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
