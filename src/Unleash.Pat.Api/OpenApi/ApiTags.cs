using NSwag;

namespace Unleash.Pat.Api.OpenApi;

/// <summary>The groups of operations, named as Unleash names them.</summary>
internal static class ApiTags
{
    public const string AdminUi = "Admin UI";

    public const string ApiTokens = "API tokens";

    public const string Auth = "Auth";

    public const string Events = "Events";

    public const string Inventory = "Token inventory";

    public const string OAuth = "OAuth";

    public const string Operational = "Operational";

    public const string PersonalAccessTokens = "Personal access tokens";

    public const string Policy = "Policy";

    public const string ServiceAccounts = "Service Accounts";

    public const string UnleashShell = "Unleash's own admin UI";

    public const string Users = "Users";

    public static IReadOnlyList<OpenApiTag> All { get; } =
    [
        Tag(PersonalAccessTokens, "Create, list and delete the personal access tokens of the current user."),
        Tag(Auth, "Sign in and out."),
        Tag(Users, "The current user, and the users that an administrator manages."),
        Tag(ServiceAccounts, "Manage programs' accounts and their tokens."),
        Tag(ApiTokens, "Manage admin tokens."),
        Tag(Inventory, "See the personal access tokens of all accounts, and revoke them."),
        Tag(Policy, "Read the rules for tokens, and compare tokens with others."),
        Tag(OAuth, "Verify tokens for other services, and revoke one by presenting it."),
        Tag(Events, "Read the log of what happened."),
        Tag(AdminUi, "What Unleash's admin UI asks of this service first."),
        Tag(UnleashShell, "What Unleash's own admin UI asks on its pages, and programs do not."),
        Tag(Operational, "What load balancers and supervisors ask."),
    ];

    private static OpenApiTag Tag(string name, string description) => new() { Name = name, Description = description };
}
