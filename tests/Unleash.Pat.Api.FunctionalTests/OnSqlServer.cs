using Unleash.Pat.Api.FunctionalTests.AdminUi;
using Unleash.Pat.Api.FunctionalTests.Auditing;
using Unleash.Pat.Api.FunctionalTests.Authentication;
using Unleash.Pat.Api.FunctionalTests.Clients;
using Unleash.Pat.Api.FunctionalTests.Configuration;
using Unleash.Pat.Api.FunctionalTests.Errors;
using Unleash.Pat.Api.FunctionalTests.Processes;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.Api.FunctionalTests.Tokens;
using Unleash.Pat.TestSupport.Databases;

// One line a suite, so that another engine is another file like this one.
namespace Unleash.Pat.Api.FunctionalTests.OnSqlServer;

public sealed class CreatePat(ServiceFixture<SqlServerEngine> fixture) : CreatePatTests<SqlServerEngine>(fixture);

public sealed class CreatePatExpiry(ServiceFixture<SqlServerEngine> fixture) : CreatePatExpiryTests<SqlServerEngine>(fixture);

public sealed class CreatePatDescription(ServiceFixture<SqlServerEngine> fixture) : CreatePatDescriptionTests<SqlServerEngine>(fixture);

public sealed class CreatePatRefusal(ServiceFixture<SqlServerEngine> fixture) : CreatePatRefusalTests<SqlServerEngine>(fixture);

public sealed class CreatePatBody(ServiceFixture<SqlServerEngine> fixture) : CreatePatBodyTests<SqlServerEngine>(fixture);

public sealed class CreatePatContent(ServiceFixture<SqlServerEngine> fixture) : CreatePatContentTests<SqlServerEngine>(fixture);

public sealed class CreatePatOrder(ServiceFixture<SqlServerEngine> fixture) : CreatePatOrderTests<SqlServerEngine>(fixture);

public sealed class ReadPat(ServiceFixture<SqlServerEngine> fixture) : ReadPatTests<SqlServerEngine>(fixture);

public sealed class DeletePat(ServiceFixture<SqlServerEngine> fixture) : DeletePatTests<SqlServerEngine>(fixture);

public sealed class ExpiryWarning(ServiceFixture<SqlServerEngine> fixture) : ExpiryWarningTests<SqlServerEngine>(fixture);

public sealed class Secret(ServiceFixture<SqlServerEngine> fixture) : SecretTests<SqlServerEngine>(fixture);

public sealed class Isolation(ServiceFixture<SqlServerEngine> fixture) : IsolationTests<SqlServerEngine>(fixture);

public sealed class Races(ServiceFixture<SqlServerEngine> fixture) : RaceTests<SqlServerEngine>(fixture);

public sealed class TokenAuthentication(ServiceFixture<SqlServerEngine> fixture) : TokenAuthenticationTests<SqlServerEngine>(fixture);

public sealed class AdminToken(ServiceFixture<SqlServerEngine> fixture) : AdminTokenTests<SqlServerEngine>(fixture);

public sealed class Session(ServiceFixture<SqlServerEngine> fixture) : SessionTests<SqlServerEngine>(fixture);

public sealed class Login(ServiceFixture<SqlServerEngine> fixture) : SignInTests<SqlServerEngine>(fixture);

public sealed class SignInRateLimit(ServiceFixture<SqlServerEngine> fixture) : LoginRateLimitTests<SqlServerEngine>(fixture);

public sealed class DemoLogin(ServiceFixture<SqlServerEngine> fixture) : DemoSignInTests<SqlServerEngine>(fixture);

public sealed class CrossOrigin(ServiceFixture<SqlServerEngine> fixture) : CrossOriginTests<SqlServerEngine>(fixture);

public sealed class SeenAt(ServiceFixture<SqlServerEngine> fixture) : SeenAtTests<SqlServerEngine>(fixture);

public sealed class CurrentUser(ServiceFixture<SqlServerEngine> fixture) : CurrentUserTests<SqlServerEngine>(fixture);

public sealed class ErrorForm(ServiceFixture<SqlServerEngine> fixture) : ErrorFormTests<SqlServerEngine>(fixture);

public sealed class Failure(ServiceFixture<SqlServerEngine> fixture) : FailureTests<SqlServerEngine>(fixture);

public sealed class Fuzz(ServiceFixture<SqlServerEngine> fixture) : FuzzTests<SqlServerEngine>(fixture);

public sealed class EveryBody(ServiceFixture<SqlServerEngine> fixture) : EveryBodyTests<SqlServerEngine>(fixture);

public sealed class CredentialMatrix(ServiceFixture<SqlServerEngine> fixture) : CredentialMatrixTests<SqlServerEngine>(fixture);

public sealed class Events(ServiceFixture<SqlServerEngine> fixture) : EventsTests<SqlServerEngine>(fixture);

public sealed class EventsPage(ServiceFixture<SqlServerEngine> fixture) : EventsPageTests<SqlServerEngine>(fixture);

public sealed class PatConfiguration(ServiceFixture<SqlServerEngine> fixture) : PatConfigurationTests<SqlServerEngine>(fixture);

public sealed class TwoNodes : TwoNodesTests<SqlServerEngine>;

public sealed class LifeCycle : LifeCycleTests<SqlServerEngine>;

public sealed class FirstStart : FirstStartTests<SqlServerEngine>;

public sealed class LoginWork(ServiceFixture<SqlServerEngine> fixture) : LoginWorkTests<SqlServerEngine>(fixture);

public sealed class DatabaseAway(ServiceFixture<ProxiedSqlServerEngine> fixture) : DatabaseAwayTests<ProxiedSqlServerEngine>(fixture);

public sealed class Migrate : MigrateTests<SqlServerEngine>;

public sealed class ClientLife : ClientLifeTests<SqlServerEngine>;

public sealed class ClientFailure : ClientFailureTests<SqlServerEngine>;

public sealed class AdminUiFiles(ServiceFixture<SqlServerEngine> fixture) : AdminUiFilesTests<SqlServerEngine>(fixture);

public sealed class SeveralCookies(ServiceFixture<SqlServerEngine> fixture) : SeveralCookiesTests<SqlServerEngine>(fixture);

public sealed class Connection : ConnectionTests<SqlServerEngine>;
