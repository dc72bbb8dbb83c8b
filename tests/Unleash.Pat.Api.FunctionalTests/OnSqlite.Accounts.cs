using Unleash.Pat.Api.FunctionalTests.Accounts;
using Unleash.Pat.Api.FunctionalTests.Authentication;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.Api.FunctionalTests.Tokens;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.OnSqlite;

public sealed class UserAdmin(ServiceFixture<SqliteEngine> fixture) : UserAdminTests<SqliteEngine>(fixture);

public sealed class UserUpdate(ServiceFixture<SqliteEngine> fixture) : UserUpdateTests<SqliteEngine>(fixture);

public sealed class UserList(ServiceFixture<SqliteEngine> fixture) : UserListTests<SqliteEngine>(fixture);

public sealed class Removal(ServiceFixture<SqliteEngine> fixture) : RemovalTests<SqliteEngine>(fixture);

public sealed class AccountRaces(ServiceFixture<SqliteEngine> fixture) : AccountRaceTests<SqliteEngine>(fixture);

public sealed class Passwords(ServiceFixture<SqliteEngine> fixture) : PasswordTests<SqliteEngine>(fixture);

public sealed class ServiceAccounts(ServiceFixture<SqliteEngine> fixture) : ServiceAccountTests<SqliteEngine>(fixture);

public sealed class UserSessions(ServiceFixture<SqliteEngine> fixture) : UserSessionTests<SqliteEngine>(fixture);

public sealed class ApiTokens(ServiceFixture<SqliteEngine> fixture) : ApiTokenTests<SqliteEngine>(fixture);

public sealed class Administration(ServiceFixture<SqliteEngine> fixture) : AdministrationTests<SqliteEngine>(fixture);

public sealed class SignInThrottle(ServiceFixture<SqliteEngine> fixture) : SignInThrottleTests<SqliteEngine>(fixture);

public sealed class Operational(ServiceFixture<SqliteEngine> fixture) : OperationalTests<SqliteEngine>(fixture);

public sealed class AccountName(ServiceFixture<SqliteEngine> fixture) : AccountNameTests<SqliteEngine>(fixture);

public sealed class UserSearch(ServiceFixture<SqliteEngine> fixture) : UserSearchTests<SqliteEngine>(fixture);

public sealed class PasswordForms(ServiceFixture<SqliteEngine> fixture) : PasswordFormTests<SqliteEngine>(fixture);

public sealed class Housekeeping(ServiceFixture<SqliteEngine> fixture) : HousekeepingTests<SqliteEngine>(fixture);

public sealed class ConfiguredSeenAt(ServiceFixture<SqliteEngine> fixture) : ConfiguredSeenAtTests<SqliteEngine>(fixture);

public sealed class AdminTokenCreators(ServiceFixture<SqliteEngine> fixture) : AdminTokenCreatorTests<SqliteEngine>(fixture);

public sealed class IssuerLimits(ServiceFixture<SqliteEngine> fixture) : IssuerLimitTests<SqliteEngine>(fixture);

public sealed class AuthenticationFailures(ServiceFixture<SqliteEngine> fixture) : AuthenticationFailureTests<SqliteEngine>(fixture);
