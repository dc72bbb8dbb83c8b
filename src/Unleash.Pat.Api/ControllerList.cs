using System.Reflection;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;
using Unleash.Pat.Api.AdminTokens;
using Unleash.Pat.Api.Events;
using Unleash.Pat.Api.Instance;
using Unleash.Pat.Api.Inventory;
using Unleash.Pat.Api.OAuth;
using Unleash.Pat.Api.Policy;
using Unleash.Pat.Api.ServiceAccounts;
using Unleash.Pat.Api.Sessions;
using Unleash.Pat.Api.Tokens;
using Unleash.Pat.Api.Users;

namespace Unleash.Pat.Api;

/// <summary>Tells the framework the controllers of this service.</summary>
/// <remarks>
/// Left to itself it looks through all types, which loads each of them and the assemblies of features that are off, at every
/// start.
/// </remarks>
internal sealed class ControllerList : IApplicationFeatureProvider<ControllerFeature>
{
    public static readonly IReadOnlyList<Type> Controllers =
    [
        typeof(ApiTokensController),
        typeof(CurrentUserController),
        typeof(EventSearchController),
        typeof(EventsController),
        typeof(InstallationController),
        typeof(InstanceController),
        typeof(InventoryController),
        typeof(OAuthController),
        typeof(PasswordLinksController),
        typeof(PersonalAccessTokensController),
        typeof(PolicyController),
        typeof(RolesController),
        typeof(ServiceAccountTokensController),
        typeof(ServiceAccountsController),
        typeof(SessionsController),
        typeof(SignInsController),
        typeof(UiConfigController),
        typeof(UserAccessController),
        typeof(UserPasswordLinksController),
        typeof(UserSessionsController),
        typeof(UsersController),
    ];

    public void PopulateFeature(IEnumerable<ApplicationPart> parts, ControllerFeature feature)
    {
        foreach (var controller in Controllers)
        {
            feature.Controllers.Add(controller.GetTypeInfo());
        }
    }
}
