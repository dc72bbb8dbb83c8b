using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.Api.FunctionalTests.Tokens;
using Unleash.Pat.TestSupport.Databases;

// One line a suite, so that another engine is another file like this one.
namespace Unleash.Pat.Api.FunctionalTests.OnSqlite;

public sealed class CreatePat(ServiceFixture<SqliteEngine> fixture) : CreatePatTests<SqliteEngine>(fixture);
