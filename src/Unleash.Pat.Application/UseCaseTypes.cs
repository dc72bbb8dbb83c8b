using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Unleash.Pat.Application.AdminTokens;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Events.Chain.Verification;
using Unleash.Pat.Application.Importing;
using Unleash.Pat.Application.Instance;
using Unleash.Pat.Application.Inventory;
using Unleash.Pat.Application.Notifications;
using Unleash.Pat.Application.OAuth;
using Unleash.Pat.Application.Policy;
using Unleash.Pat.Application.ServiceAccounts;
using Unleash.Pat.Application.Sessions;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Application.Users;

namespace Unleash.Pat.Application;

/// <summary>Registers the handlers of the use cases and the validators of their commands and queries.</summary>
/// <remarks>
/// They are listed: to look for them at every start loads each type of the program. MediatR 5 has its registration in a package
/// that later versions took over (docs/decisions/0002-mediatr-registered-here.md).
/// </remarks>
internal static class UseCaseTypes
{
    public static readonly IReadOnlyList<Type> Handlers =
    [
        typeof(ChangeOwnPasswordCommandHandler),
        typeof(ChangeUserPasswordCommandHandler),
        typeof(CheckPolicyQueryHandler),
        typeof(CountAdministratorsQueryHandler),
        typeof(CreateAdminTokenCommandHandler),
        typeof(CreatePasswordLinkCommandHandler),
        typeof(CreatePatCommandHandler),
        typeof(CreateServiceAccountCommandHandler),
        typeof(CreateServiceAccountTokenCommandHandler),
        typeof(CreateUserCommandHandler),
        typeof(DeleteAdminTokenCommandHandler),
        typeof(DeleteExpiredPatsCommandHandler),
        typeof(DeleteInventoryTokenCommandHandler),
        typeof(DeletePatCommandHandler),
        typeof(DeleteServiceAccountCommandHandler),
        typeof(DeleteServiceAccountTokenCommandHandler),
        typeof(DeleteUserCommandHandler),
        typeof(DemoSignInCommandHandler),
        typeof(EndOwnSessionsCommandHandler),
        typeof(EndUserSessionsCommandHandler),
        typeof(EnsureInitialAdminCommandHandler),
        typeof(FindUserQueryHandler),
        typeof(GetAdminTokensQueryHandler),
        typeof(GetAdministratorsQueryHandler),
        typeof(GetCurrentPatQueryHandler),
        typeof(GetCurrentUserQueryHandler),
        typeof(GetEventCreatorsQueryHandler),
        typeof(GetEventHeadQueryHandler),
        typeof(GetEventsQueryHandler),
        typeof(GetInstallationQueryHandler),
        typeof(GetInstanceStatisticsQueryHandler),
        typeof(GetInventoryQueryHandler),
        typeof(GetInventoryTokenQueryHandler),
        typeof(GetOwnSessionsQueryHandler),
        typeof(GetPasswordLinkQueryHandler),
        typeof(GetPatQueryHandler),
        typeof(GetPatsQueryHandler),
        typeof(GetPolicyQueryHandler),
        typeof(GetServiceAccountTokensQueryHandler),
        typeof(GetServiceAccountsQueryHandler),
        typeof(GetSignInsQueryHandler),
        typeof(GetUserQueryHandler),
        typeof(GetUserSessionsQueryHandler),
        typeof(GetUsersQueryHandler),
        typeof(ImportAccountsCommandHandler),
        typeof(IntrospectTokenQueryHandler),
        typeof(RecordProviderRefusalCommandHandler),
        typeof(ResetUserPasswordCommandHandler),
        typeof(RevokePresentedTokenCommandHandler),
        typeof(RevokeTokensCommandHandler),
        typeof(RotateCurrentPatCommandHandler),
        typeof(RotatePatCommandHandler),
        typeof(RotateServiceAccountTokenCommandHandler),
        typeof(SearchEventsQueryHandler),
        typeof(SearchUsersQueryHandler),
        typeof(SendTestNotificationsCommandHandler),
        typeof(SetPasswordByLinkCommandHandler),
        typeof(SignInByProviderCommandHandler),
        typeof(SignInCommandHandler),
        typeof(SignOutCommandHandler),
        typeof(TakeOverAdminTokenCommandHandler),
        typeof(UnlinkUsersCommandHandler),
        typeof(UpdateInventoryTokenCommandHandler),
        typeof(UpdatePatCommandHandler),
        typeof(UpdateServiceAccountCommandHandler),
        typeof(UpdateUserCommandHandler),
        typeof(ValidatePasswordQueryHandler),
        typeof(VerifyEventsQueryHandler),
    ];

    public static readonly IReadOnlyList<Type> Validators =
    [
        typeof(ChangeOwnPasswordCommandValidator),
        typeof(CreateAdminTokenCommandValidator),
        typeof(CreatePatCommandValidator),
        typeof(CreateServiceAccountCommandValidator),
        typeof(CreateServiceAccountTokenCommandValidator),
        typeof(CreateUserCommandValidator),
        typeof(DeleteExpiredPatsCommandValidator),
        typeof(DemoSignInCommandValidator),
        typeof(GetEventsQueryValidator),
        typeof(RevokeTokensCommandValidator),
        typeof(RotateCurrentPatCommandValidator),
        typeof(RotatePatCommandValidator),
        typeof(RotateServiceAccountTokenCommandValidator),
        typeof(UpdateInventoryTokenCommandValidator),
        typeof(UpdatePatCommandValidator),
        typeof(UpdateServiceAccountCommandValidator),
        typeof(UpdateUserCommandValidator),
    ];

    public static IServiceCollection AddUseCases(this IServiceCollection services) =>
        services.AddEach(Handlers, typeof(IRequestHandler<,>)).AddEach(Validators, typeof(IValidator<>));

    private static IServiceCollection AddEach(this IServiceCollection services, IReadOnlyList<Type> implementations, Type contract)
    {
        foreach (var implementation in implementations)
        {
            foreach (var implemented in implementation.GetInterfaces().Where(type => Is(type, contract)))
            {
                services.AddSingleton(implemented, implementation);
            }
        }

        return services;
    }

    private static bool Is(Type type, Type contract) => type.IsGenericType && type.GetGenericTypeDefinition() == contract;
}
