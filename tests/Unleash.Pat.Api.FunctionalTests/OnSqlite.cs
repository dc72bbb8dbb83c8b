using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.Api.FunctionalTests.Tokens;
using Unleash.Pat.TestSupport.Databases;

// One line a suite, so that another engine is another file like this one.
namespace Unleash.Pat.Api.FunctionalTests.OnSqlite;

public sealed class CreatePat(ServiceFixture<SqliteEngine> fixture) : CreatePatTests<SqliteEngine>(fixture);

public sealed class CreatePatExpiry(ServiceFixture<SqliteEngine> fixture) : CreatePatExpiryTests<SqliteEngine>(fixture);

public sealed class CreatePatDescription(ServiceFixture<SqliteEngine> fixture) : CreatePatDescriptionTests<SqliteEngine>(fixture);

public sealed class CreatePatRefusal(ServiceFixture<SqliteEngine> fixture) : CreatePatRefusalTests<SqliteEngine>(fixture);

public sealed class CreatePatBody(ServiceFixture<SqliteEngine> fixture) : CreatePatBodyTests<SqliteEngine>(fixture);

public sealed class CreatePatContent(ServiceFixture<SqliteEngine> fixture) : CreatePatContentTests<SqliteEngine>(fixture);

public sealed class CreatePatOrder(ServiceFixture<SqliteEngine> fixture) : CreatePatOrderTests<SqliteEngine>(fixture);
