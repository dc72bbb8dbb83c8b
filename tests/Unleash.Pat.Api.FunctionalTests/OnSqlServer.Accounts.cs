using Unleash.Pat.Api.FunctionalTests.Accounts;
using Unleash.Pat.Api.FunctionalTests.Authentication;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.Api.FunctionalTests.Tokens;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.OnSqlServer;

public sealed class UserAdmin(ServiceFixture<SqlServerEngine> fixture) : UserAdminTests<SqlServerEngine>(fixture);

public sealed class UserUpdate(ServiceFixture<SqlServerEngine> fixture) : UserUpdateTests<SqlServerEngine>(fixture);

public sealed class UserList(ServiceFixture<SqlServerEngine> fixture) : UserListTests<SqlServerEngine>(fixture);

public sealed class Removal(ServiceFixture<SqlServerEngine> fixture) : RemovalTests<SqlServerEngine>(fixture);

public sealed class AccountRaces(ServiceFixture<SqlServerEngine> fixture) : AccountRaceTests<SqlServerEngine>(fixture);

public sealed class Passwords(ServiceFixture<SqlServerEngine> fixture) : PasswordTests<SqlServerEngine>(fixture);

public sealed class ServiceAccounts(ServiceFixture<SqlServerEngine> fixture) : ServiceAccountTests<SqlServerEngine>(fixture);

public sealed class UserSessions(ServiceFixture<SqlServerEngine> fixture) : UserSessionTests<SqlServerEngine>(fixture);

public sealed class ApiTokens(ServiceFixture<SqlServerEngine> fixture) : ApiTokenTests<SqlServerEngine>(fixture);

public sealed class Administration(ServiceFixture<SqlServerEngine> fixture) : AdministrationTests<SqlServerEngine>(fixture);

public sealed class SignInThrottle(ServiceFixture<SqlServerEngine> fixture) : SignInThrottleTests<SqlServerEngine>(fixture);

public sealed class Operational(ServiceFixture<SqlServerEngine> fixture) : OperationalTests<SqlServerEngine>(fixture);

public sealed class AccountName(ServiceFixture<SqlServerEngine> fixture) : AccountNameTests<SqlServerEngine>(fixture);

public sealed class UserSearch(ServiceFixture<SqlServerEngine> fixture) : UserSearchTests<SqlServerEngine>(fixture);

public sealed class PasswordForms(ServiceFixture<SqlServerEngine> fixture) : PasswordFormTests<SqlServerEngine>(fixture);

public sealed class Housekeeping(ServiceFixture<SqlServerEngine> fixture) : HousekeepingTests<SqlServerEngine>(fixture);

public sealed class ConfiguredSeenAt(ServiceFixture<SqlServerEngine> fixture) : ConfiguredSeenAtTests<SqlServerEngine>(fixture);

public sealed class AdminTokenCreators(ServiceFixture<SqlServerEngine> fixture) : AdminTokenCreatorTests<SqlServerEngine>(fixture);

public sealed class IssuerLimits(ServiceFixture<SqlServerEngine> fixture) : IssuerLimitTests<SqlServerEngine>(fixture);

public sealed class AuthenticationFailures(ServiceFixture<SqlServerEngine> fixture) : AuthenticationFailureTests<SqlServerEngine>(fixture);
