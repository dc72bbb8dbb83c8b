using System.Collections.Frozen;

namespace Unleash.Pat.ClientDescription;

/// <summary>What the client calls what the wire calls otherwise.</summary>
internal static class Names
{
    private const string Suffix = "Schema";

    // Two of the wire's types with one name are one type: they differ in nothing that the client has.
    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>
    {
        ["patSchema"] = "PersonalAccessToken",
        ["createPatSchema"] = "NewPersonalAccessToken",
        ["updatePatSchema"] = "PersonalAccessTokenUpdate",
        ["rotatePatSchema"] = "TokenRotation",
        ["deletedPatsSchema"] = "RevokedTokenCount",
        ["patsSchema"] = "PersonalAccessTokenList",
        ["apiTokenSchema"] = "AdminToken",
        ["apiTokenCreatorSchema"] = "AdminTokenCreator",
        ["createApiTokenSchema"] = "NewAdminToken",
        ["apiTokensSchema"] = "AdminTokenList",
        ["userAdminSchema"] = "User",
        ["userCreatedSchema"] = "User",
        ["createUserSchema"] = "NewUser",
        ["updateUserSchema"] = "UserUpdate",
        ["userIdentitySchema"] = "AccountIdentity",
        ["userSchema"] = "Account",
        ["meSchema"] = "CurrentAccount",
        ["permissionSchema"] = "GrantedPermission",
        ["signedInSchema"] = "SignedInAccount",
        ["loginSchema"] = "PasswordSignIn",
        ["demoLoginSchema"] = "DemoSignIn",
        ["changeOwnPasswordSchema"] = "PasswordChange",
        ["passwordSchema"] = "NewPassword",
        ["passwordLinkSchema"] = "PasswordLink",
        ["tokenUserSchema"] = "PasswordLinkUser",
        ["setPasswordByLinkSchema"] = "PasswordByLink",
        ["createServiceAccountSchema"] = "NewServiceAccount",
        ["updateServiceAccountSchema"] = "ServiceAccountUpdate",
        ["eventSchema"] = "AuditEvent",
        ["eventsSchema"] = "AuditEventPage",
        ["apiErrorSchema"] = "ServiceError",
        ["apiErrorDetailSchema"] = "ServiceErrorDetail",
        ["uiConfigSchema"] = "ServiceConfiguration",
        ["usersSchema"] = "UserPage",
        ["rolesSchema"] = "RoleList",
        ["sessionsSchema"] = "SessionList",
        ["serviceAccountsSchema"] = "ServiceAccountList",
        ["healthSchema"] = "HealthReport",
        ["uiFlagsSchema"] = "ServiceFlags",
        ["inventorySchema"] = "InventoryPage",
        ["inventoryTokenSchema"] = "InventoryToken",
        ["revokeTokensSchema"] = "TokenRevocation",
        ["tokenPolicySchema"] = "PatPolicy",
        ["checkPolicySchema"] = "PatPolicyDraft",
        ["policyCheckSchema"] = "PatPolicyCheck",
        ["introspectionSchema"] = "TokenIntrospection",
        ["authorizationServerSchema"] = "OAuthMetadata",
    }.ToFrozenDictionary();

    /// <summary>The client's name of a type.</summary>
    public static string Of(string schema)
    {
        if (Types.TryGetValue(schema, out var name))
        {
            return name;
        }

        var stem = schema.EndsWith(Suffix, StringComparison.Ordinal) ? schema[..^Suffix.Length] : schema;
        return char.ToUpperInvariant(stem[0]) + stem[1..];
    }
}
