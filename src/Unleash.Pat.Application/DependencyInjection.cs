using MediatR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authentication.Monitoring;
using Unleash.Pat.Application.Authentication.Revocations;
using Unleash.Pat.Application.Authentication.Throttling;
using Unleash.Pat.Application.Behaviours;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Events.Chain;
using Unleash.Pat.Application.Housekeeping;
using Unleash.Pat.Application.Notifications;
using Unleash.Pat.Application.Sessions;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Application.Users.Passwords;

namespace Unleash.Pat.Application;

/// <summary>Registers the use cases.</summary>
public static class DependencyInjection
{
    /// <summary>Adds handlers, validators and behaviours; the order of the behaviours is the order below.</summary>
    /// <remarks>None of them has a state, so each exists once, and a request makes none.</remarks>
    /// <param name="configuration">The sections <c>Pats</c>, <c>InitialAdmin</c> and <c>AdminTokens</c> are read.</param>
    public static IServiceCollection AddApplication(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<PatOptions>().Bind(configuration.GetSection(PatOptions.Section))
            .Configure(options => options.Scopes = NamedScopes.Read(configuration))
            .ValidateOnStart();
        services.AddOptions<InitialAdminOptions>().Bind(configuration.GetSection(InitialAdminOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<PatOptions>, PatOptionsValidator>();
        services.AddSingleton<IValidateOptions<InitialAdminOptions>, InitialAdminOptionsValidator>();
        services.AddUseCases();
        services.AddSingleton(new ConfiguredAdminTokens(configuration));
        services.AddAccountServices();
        services.AddHousekeeping(configuration).AddNotifications(NotificationOptions.Read(configuration));
        return services.AddTokenVerification()
            .AddSingleton<ServiceFactory>(provider => provider.GetRequiredService)
            .AddSingleton<IMediator, Mediator>()
            .AddSingleton<IPipelineBehavior<SignInCommand, SignedIn>>(SignInMetricsOf)
            .AddSingleton<IPipelineBehavior<DemoSignInCommand, SignedIn>>(SignInMetricsOf)
            .AddSingleton(typeof(IPipelineBehavior<,>), typeof(AuthorizationBehaviour<,>))
            .AddSingleton(typeof(IPipelineBehavior<,>), typeof(PatsEnabledBehaviour<,>))
            .AddSingleton(typeof(IPipelineBehavior<,>), typeof(ValidationBehaviour<,>));
    }

    private static SignInMetrics SignInMetricsOf(IServiceProvider services) => services.GetRequiredService<SignInMetrics>();

    private static void AddAccountServices(this IServiceCollection services)
    {
        services.AddSingleton<CommonPasswords>();
        services.AddSingleton<PasswordRules>();
        services.AddSingleton<SignInThrottle>();
        services.AddSingleton<AuthenticationFailures>();
        services.AddSingleton<SignInMetrics>();
        services.AddSingleton<SessionStarter>();
        services.AddSingleton<SessionEnder>();
        services.AddSingleton<ProviderAccounts>();
        services.AddSingleton<ProviderRefusals>();
        services.AddSingleton<PasswordSetter>();
        services.AddSingleton<PasswordLinkIssuer>();
        services.AddSingleton<PasswordLinkReader>();
        services.AddSingleton<TokenExpiry>();
        services.AddSingleton<PatRotator>();
        services.AddSingleton<PatUpdater>();
        services.AddSingleton<GrantableScopes>();
    }

    private static IServiceCollection AddTokenVerification(this IServiceCollection services) => services
        .AddSingleton<RecentAccounts>()
        .AddSingleton<TokenVerifiers>()
        .AddSingleton<ITokenEviction>(provider => provider.GetRequiredService<TokenVerifiers>())
        .AddSingleton<VerificationMetrics>()
        .AddSingleton<MemoryTrust>()
        .AddSingleton<TokenAuthenticator>()
        .AddSingleton<RevocationFeed>()
        .AddSingleton<ConfiguredTokenUses>()
        .AddSingleton<SessionUses>()
        .AddSingleton<SessionAuthenticator>()
        .AddHostedService<RevocationReader>()
        .AddHostedService<AuthenticationGauges>()
        .AddHostedService<RevocationCleaner>()
        .AddHostedService<AuthenticationFailureWriter>()
        .AddHostedService<LastUsedWriter>()
        .AddHostedService<SessionUseWriter>();

    private static IServiceCollection AddHousekeeping(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<EventOptions>().Bind(configuration.GetSection(EventOptions.Section)).ValidateOnStart();
        services.AddOptions<SessionOptions>().Bind(configuration.GetSection(SessionOptions.Section)).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<EventOptions>, EventOptionsValidator>()
            .AddSingleton<IValidateOptions<EventOptions>, ChainKeysValidator>()
            .AddSingleton<IValidateOptions<SessionOptions>, SessionOptionsValidator>()
            .AddSingleton<IChore, RevokeUnusedTokens>()
            .AddSingleton<IChore, DeleteExpiredTokens>()
            .AddSingleton<IChore, DeleteExpiredSessions>()
            .AddSingleton<IChore, FillEventSubjects>()
            .AddSingleton<IChore, IndexEvents>()
            .AddSingleton<IChore, IndexSecrets>()
            .AddSingleton<IChore, SealEvents>()
            .AddSingleton<IChore, DeleteOldEvents>()
            .AddSingleton<IChore, CountTokens>()
            .AddSingleton<SettledEvents>()
            .AddSingleton<ChainKeys>()
            .AddSingleton(provider => new EventStamper(provider.GetRequiredService<ChainKeys>()))
            .AddSingleton<ChainProof>()
            .AddSingleton<ChainSealer>()
            .AddSingleton<HousekeepingMetrics>()
            .AddHostedService<HeadExporter>()
            .AddHostedService<Housekeeper>();
    }

    private static void AddNotifications(this IServiceCollection services, NotificationOptions options)
    {
        if (options.Channels.Count == 0)
        {
            return;
        }

        services
            .AddSingleton(options)
            .AddSingleton<IChore, ExpiryNotices>()
            .AddSingleton<IChore, EventNotices>()
            .AddSingleton<IChore, DeleteSentNotifications>()
            .AddSingleton<CurrentRecipients>()
            .AddSingleton<NotificationMetrics>();
        foreach (var channel in options.Channels)
        {
            services.AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<NotificationSender>(
                provider, provider.GetServices<INotificationChannel>().Single(one => one.Channel == channel)));
        }
    }
}
