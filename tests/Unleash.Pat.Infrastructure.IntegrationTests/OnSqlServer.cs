using Unleash.Pat.Infrastructure.IntegrationTests.Migrations;
using Unleash.Pat.Infrastructure.IntegrationTests.Repositories;
using Unleash.Pat.Infrastructure.IntegrationTests.Support;
using Unleash.Pat.TestSupport.Databases;

// One line a suite, so that another engine is another file like this one.
namespace Unleash.Pat.Infrastructure.IntegrationTests.OnSqlServer;

public sealed class PatRepository(DatabaseFixture<SqlServerEngine> fixture) : PatRepositoryTests<SqlServerEngine>(fixture);

public sealed class PatRaces(DatabaseFixture<SqlServerEngine> fixture) : PatRaceTests<SqlServerEngine>(fixture);

public sealed class UserRepository(DatabaseFixture<SqlServerEngine> fixture) : UserRepositoryTests<SqlServerEngine>(fixture);

public sealed class SessionRepository(DatabaseFixture<SqlServerEngine> fixture) : SessionRepositoryTests<SqlServerEngine>(fixture);

public sealed class EventRepository(DatabaseFixture<SqlServerEngine> fixture) : EventRepositoryTests<SqlServerEngine>(fixture);

public sealed class TokenVerification(DatabaseFixture<SqlServerEngine> fixture) : TokenVerificationTests<SqlServerEngine>(fixture);

public sealed class Migration(DatabaseFixture<SqlServerEngine> fixture) : MigrationTests<SqlServerEngine>(fixture);

public sealed class AdminTokenRepository(DatabaseFixture<SqlServerEngine> fixture) : AdminTokenRepositoryTests<SqlServerEngine>(fixture);

public sealed class UserDirectory(DatabaseFixture<SqlServerEngine> fixture) : UserDirectoryTests<SqlServerEngine>(fixture);

public sealed class ConfiguredTokens(DatabaseFixture<SqlServerEngine> fixture) : ConfiguredTokenTests<SqlServerEngine>(fixture);

public sealed class Backfill(DatabaseFixture<SqlServerEngine> fixture) : BackfillTests<SqlServerEngine>(fixture);

public sealed class EventLogSize(DatabaseFixture<SqlServerEngine> fixture) : EventLogSizeTests<SqlServerEngine>(fixture);
