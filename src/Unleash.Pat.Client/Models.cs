namespace Unleash.Pat.Client;

// Generated without an access modifier: what is named here is public, everything else is the client's own.
public partial class PersonalAccessToken;

public sealed partial class NewPersonalAccessToken;

public sealed partial class PersonalAccessTokenUpdate;

public sealed partial class TokenRotation;

public partial class AdminToken;

public sealed partial class AdminTokenCreator;

public sealed partial class User;

public sealed partial class NewUser;

public sealed partial class UserUpdate;

public sealed partial class AccountIdentity;

public sealed partial class Account;

public sealed partial class CurrentAccount;

public sealed partial class GrantedPermission;

public sealed partial class SignedInAccount;

public sealed partial class PasswordChange;

public sealed partial class PasswordLink;

public sealed partial class PasswordLinkUser;

public sealed partial class Profile;

public sealed partial class Role;

public sealed partial class ServiceAccount;

public sealed partial class NewServiceAccount;

public sealed partial class ServiceAccountUpdate;

public sealed partial class Session;

public sealed partial class AuditEvent;

public sealed partial class EventCreator;

public sealed partial class ServiceConfiguration;

public sealed partial class ServiceFlags;

public sealed partial class Installation;

public sealed partial class TokenRules;

public sealed partial class NamedScope;

public sealed partial class ServiceError;

public sealed partial class ServiceErrorDetail;

public partial class TokenHolder;

public sealed partial class InventoryFilter;

public sealed partial class RevokedTokens;

public sealed partial class PatPolicy;

public sealed partial class PatPolicyDraft;

public sealed partial class PolicyScope;

public sealed partial class PatPolicyCheck;

public sealed partial class RefusedAccount;
