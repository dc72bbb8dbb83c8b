using Unleash.Pat.Api.FunctionalTests.AdminTokens;
using Unleash.Pat.Api.FunctionalTests.AdminUi;
using Unleash.Pat.Api.FunctionalTests.Authentication;
using Unleash.Pat.Api.FunctionalTests.Clients;
using Unleash.Pat.Api.FunctionalTests.Events;
using Unleash.Pat.Api.FunctionalTests.Hosting;
using Unleash.Pat.Api.FunctionalTests.Http;
using Unleash.Pat.Api.FunctionalTests.Inventory;
using Unleash.Pat.Api.FunctionalTests.Notifications;
using Unleash.Pat.Api.FunctionalTests.OAuth;
using Unleash.Pat.Api.FunctionalTests.Policy;
using Unleash.Pat.Api.FunctionalTests.Processes;
using Unleash.Pat.Api.FunctionalTests.Providers;
using Unleash.Pat.Api.FunctionalTests.ServiceAccounts;
using Unleash.Pat.Api.FunctionalTests.Sessions;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.Api.FunctionalTests.Telemetry;
using Unleash.Pat.Api.FunctionalTests.Tokens;
using Unleash.Pat.Api.FunctionalTests.Users;
using Unleash.Pat.TestSupport.Databases;

// One line a suite. The build makes the same list for SQL Server of it (tests/Directory.Build.targets).
namespace Unleash.Pat.Api.FunctionalTests.OnSqlite;

public sealed class CreatePat(ServiceFixture<SqliteEngine> fixture) : CreatePatTests<SqliteEngine>(fixture);

public sealed class CreatePatExpiry(ServiceFixture<SqliteEngine> fixture) : CreatePatExpiryTests<SqliteEngine>(fixture);

public sealed class CreatePatDescription(ServiceFixture<SqliteEngine> fixture) : CreatePatDescriptionTests<SqliteEngine>(fixture);

public sealed class CreatePatRefusal(ServiceFixture<SqliteEngine> fixture) : CreatePatRefusalTests<SqliteEngine>(fixture);

public sealed class CreatePatBody(ServiceFixture<SqliteEngine> fixture) : CreatePatBodyTests<SqliteEngine>(fixture);

public sealed class CreatePatContent(ServiceFixture<SqliteEngine> fixture) : CreatePatContentTests<SqliteEngine>(fixture);

public sealed class CreatePatOrder(ServiceFixture<SqliteEngine> fixture) : CreatePatOrderTests<SqliteEngine>(fixture);

public sealed class ReadPat(ServiceFixture<SqliteEngine> fixture) : ReadPatTests<SqliteEngine>(fixture);

public sealed class DeletePat(ServiceFixture<SqliteEngine> fixture) : DeletePatTests<SqliteEngine>(fixture);

public sealed class ExpiryWarning(ServiceFixture<SqliteEngine> fixture) : ExpiryWarningTests<SqliteEngine>(fixture);

public sealed class Secret(ServiceFixture<SqliteEngine> fixture) : SecretTests<SqliteEngine>(fixture);

public sealed class Isolation(ServiceFixture<SqliteEngine> fixture) : IsolationTests<SqliteEngine>(fixture);

public sealed class Races(ServiceFixture<SqliteEngine> fixture) : RaceTests<SqliteEngine>(fixture);

public sealed class TokenAuthentication(ServiceFixture<SqliteEngine> fixture) : TokenAuthenticationTests<SqliteEngine>(fixture);

public sealed class AdminToken(ServiceFixture<SqliteEngine> fixture) : AdminTokenTests<SqliteEngine>(fixture);

public sealed class Session(ServiceFixture<SqliteEngine> fixture) : SessionTests<SqliteEngine>(fixture);

public sealed class SignIn(ServiceFixture<SqliteEngine> fixture) : SignInTests<SqliteEngine>(fixture);

public sealed class SignInRateLimit(ServiceFixture<SqliteEngine> fixture) : SignInRateLimitTests<SqliteEngine>(fixture);

public sealed class ProviderSignIn(ServiceFixture<SqliteEngine> fixture) : ProviderSignInTests<SqliteEngine>(fixture);

public sealed class DemoSignIn(ServiceFixture<SqliteEngine> fixture) : DemoSignInTests<SqliteEngine>(fixture);

public sealed class CrossOrigin(ServiceFixture<SqliteEngine> fixture) : CrossOriginTests<SqliteEngine>(fixture);

public sealed class SeenAt(ServiceFixture<SqliteEngine> fixture) : SeenAtTests<SqliteEngine>(fixture);

public sealed class CurrentUser(ServiceFixture<SqliteEngine> fixture) : CurrentUserTests<SqliteEngine>(fixture);

public sealed class ErrorForm(ServiceFixture<SqliteEngine> fixture) : ErrorFormTests<SqliteEngine>(fixture);

public sealed class Failure(ServiceFixture<SqliteEngine> fixture) : FailureTests<SqliteEngine>(fixture);

public sealed class Fuzz(ServiceFixture<SqliteEngine> fixture) : FuzzTests<SqliteEngine>(fixture);

public sealed class EveryBody(ServiceFixture<SqliteEngine> fixture) : EveryBodyTests<SqliteEngine>(fixture);

public sealed class CredentialMatrix(ServiceFixture<SqliteEngine> fixture) : CredentialMatrixTests<SqliteEngine>(fixture);

public sealed class Events(ServiceFixture<SqliteEngine> fixture) : EventsTests<SqliteEngine>(fixture);

public sealed class ExportCancellation(ServiceFixture<SqliteEngine> fixture) : ExportCancellationTests<SqliteEngine>(fixture);

public sealed class EventFilter(ServiceFixture<SqliteEngine> fixture) : EventFilterTests<SqliteEngine>(fixture);

public sealed class EventExport(ServiceFixture<SqliteEngine> fixture) : EventExportTests<SqliteEngine>(fixture);

public sealed class EventSearch(ServiceFixture<SqliteEngine> fixture) : EventSearchTests<SqliteEngine>(fixture);

public sealed class EventsPage(ServiceFixture<SqliteEngine> fixture) : EventsPageTests<SqliteEngine>(fixture);

public sealed class PatConfiguration(ServiceFixture<SqliteEngine> fixture) : PatConfigurationTests<SqliteEngine>(fixture);

public sealed class TwoNodes : TwoNodesTests<SqliteEngine>;

public sealed class Upgrade : UpgradeTests<SqliteEngine>;

public sealed class RevocationPromise : RevocationPromiseTests<SqliteEngine>;

public sealed class PackagePromise : PackagePromiseTests<SqliteEngine>;

public sealed class LifeCycle : LifeCycleTests<SqliteEngine>;

public sealed class FirstStart : FirstStartTests<SqliteEngine>;

public sealed class SignInWork(ServiceFixture<SqliteEngine> fixture) : SignInWorkTests<SqliteEngine>(fixture);

public sealed class DatabaseAway(ServiceFixture<BreakableSqliteEngine> fixture) : DatabaseAwayTests<BreakableSqliteEngine>(fixture);

public sealed class Migrate : MigrateTests<SqliteEngine>;

public sealed class ClientLife : ClientLifeTests<SqliteEngine>;

public sealed class ClientFailure : ClientFailureTests<SqliteEngine>;

public sealed class AdminUiFiles(ServiceFixture<SqliteEngine> fixture) : AdminUiFilesTests<SqliteEngine>(fixture);

public sealed class SeveralCookies(ServiceFixture<SqliteEngine> fixture) : SeveralCookiesTests<SqliteEngine>(fixture);

public sealed class Connection : ConnectionTests<SqliteEngine>;

public sealed class OrderlyStop : StopTests<SqliteEngine>;

public sealed class UserAdmin(ServiceFixture<SqliteEngine> fixture) : UserAdminTests<SqliteEngine>(fixture);

public sealed class UserUpdate(ServiceFixture<SqliteEngine> fixture) : UserUpdateTests<SqliteEngine>(fixture);

public sealed class UserList(ServiceFixture<SqliteEngine> fixture) : UserListTests<SqliteEngine>(fixture);

public sealed class AccountDeletion(ServiceFixture<SqliteEngine> fixture) : AccountDeletionTests<SqliteEngine>(fixture);

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

public sealed class Housekeeping(ServiceFixture<SqliteEngine> fixture) : Sessions.HousekeepingTests<SqliteEngine>(fixture);

public sealed class ConfiguredSeenAt(ServiceFixture<SqliteEngine> fixture) : ConfiguredSeenAtTests<SqliteEngine>(fixture);

public sealed class AdminTokenCreators(ServiceFixture<SqliteEngine> fixture) : AdminTokenCreatorTests<SqliteEngine>(fixture);

public sealed class ScopeMatrix(ServiceFixture<SqliteEngine> fixture) : ScopeMatrixTests<SqliteEngine>(fixture);

public sealed class Scopes(ServiceFixture<SqliteEngine> fixture) : ScopeTests<SqliteEngine>(fixture);

public sealed class ScopedTokens(ServiceFixture<SqliteEngine> fixture) : ScopedTokenTests<SqliteEngine>(fixture);

public sealed class IssuerLimits(ServiceFixture<SqliteEngine> fixture) : IssuerLimitTests<SqliteEngine>(fixture);

public sealed class AuthenticationFailures(ServiceFixture<SqliteEngine> fixture) : AuthenticationFailureTests<SqliteEngine>(fixture);

public sealed class Introspection(ServiceFixture<SqliteEngine> fixture) : IntrospectionTests<SqliteEngine>(fixture);

public sealed class Verifiers(ServiceFixture<SqliteEngine> fixture) : VerifierTests<SqliteEngine>(fixture);

public sealed class ForwardAuthentication(ServiceFixture<SqliteEngine> fixture) : ForwardAuthenticationTests<SqliteEngine>(fixture);

public sealed class RevokePresentedToken(ServiceFixture<SqliteEngine> fixture) : RevokePresentedTokenTests<SqliteEngine>(fixture);

public sealed class Discovery(ServiceFixture<SqliteEngine> fixture) : DiscoveryTests<SqliteEngine>(fixture);

public sealed class RevocationStream(ServiceFixture<SqliteEngine> fixture) : RevocationStreamTests<SqliteEngine>(fixture);

public sealed class OpenIddict(ServiceFixture<SqliteEngine> fixture) : OpenIddictTests<SqliteEngine>(fixture);

public sealed class DeployServiceSample : DeployServiceSampleTests<SqliteEngine>;

public sealed class RotatePat(ServiceFixture<SqliteEngine> fixture) : RotatePatTests<SqliteEngine>(fixture);

public sealed class UpdatePat(ServiceFixture<SqliteEngine> fixture) : UpdatePatTests<SqliteEngine>(fixture);

public sealed class DeleteExpiredPats(ServiceFixture<SqliteEngine> fixture) : DeleteExpiredPatsTests<SqliteEngine>(fixture);

public sealed class RejectedUse(ServiceFixture<SqliteEngine> fixture) : RejectedUseTests<SqliteEngine>(fixture);

public sealed class SwitchedOffAccount(ServiceFixture<SqliteEngine> fixture) : SwitchedOffAccountTests<SqliteEngine>(fixture);

public sealed class PolicyHousekeeping(ServiceFixture<SqliteEngine> fixture) : PolicyHousekeepingTests<SqliteEngine>(fixture);

public sealed class Inventory(ServiceFixture<SqliteEngine> fixture) : InventoryTests<SqliteEngine>(fixture);

public sealed class InventoryCsv(ServiceFixture<SqliteEngine> fixture) : InventoryCsvTests<SqliteEngine>(fixture);

public sealed class RevokeTokens(ServiceFixture<SqliteEngine> fixture) : RevokeTokensTests<SqliteEngine>(fixture);

public sealed class Policy(ServiceFixture<SqliteEngine> fixture) : PolicyTests<SqliteEngine>(fixture);

public sealed class HousekeepingNodes : HousekeepingNodesTests<SqliteEngine>;

public sealed class AdministrationCommand : AdministrationCommandTests<SqliteEngine>;

public sealed class PasswordLink(ServiceFixture<SqliteEngine> fixture) : PasswordLinkTests<SqliteEngine>(fixture);

public sealed class PasswordLinkRefusal(ServiceFixture<SqliteEngine> fixture) : PasswordLinkRefusalTests<SqliteEngine>(fixture);

public sealed class UnleashShell(ServiceFixture<SqliteEngine> fixture) : UnleashShellTests<SqliteEngine>(fixture);

public sealed class Traces(ServiceFixture<SqliteEngine> fixture) : TraceTests<SqliteEngine>(fixture);

public sealed class Notification(ServiceFixture<SqliteEngine> fixture) : NotificationTests<SqliteEngine>(fixture);

public sealed class NotificationNodes : NotificationNodesTests<SqliteEngine>;
