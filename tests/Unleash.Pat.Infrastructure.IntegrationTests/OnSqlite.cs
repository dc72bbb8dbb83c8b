using Unleash.Pat.Infrastructure.IntegrationTests.Migrations;
using Unleash.Pat.Infrastructure.IntegrationTests.Notifications;
using Unleash.Pat.Infrastructure.IntegrationTests.Repositories;
using Unleash.Pat.Infrastructure.IntegrationTests.Statements;
using Unleash.Pat.Infrastructure.IntegrationTests.Support;
using Unleash.Pat.TestSupport.Databases;

// One line a suite. The build makes the same list for SQL Server of it (tests/Users.Build.targets).
namespace Unleash.Pat.Infrastructure.IntegrationTests.OnSqlite;

public sealed class PatRepository(DatabaseFixture<SqliteEngine> fixture) : PatRepositoryTests<SqliteEngine>(fixture);

public sealed class PatRaces(DatabaseFixture<SqliteEngine> fixture) : PatRaceTests<SqliteEngine>(fixture);

public sealed class UserRepository(DatabaseFixture<SqliteEngine> fixture) : UserRepositoryTests<SqliteEngine>(fixture);

public sealed class SessionRepository(DatabaseFixture<SqliteEngine> fixture) : SessionRepositoryTests<SqliteEngine>(fixture);

public sealed class EventRepository(DatabaseFixture<SqliteEngine> fixture) : EventRepositoryTests<SqliteEngine>(fixture);

public sealed class EventSubject(DatabaseFixture<SqliteEngine> fixture) : EventSubjectTests<SqliteEngine>(fixture);

public sealed class EventSubjectMigration(DatabaseFixture<SqliteEngine> fixture) : EventSubjectMigrationTests<SqliteEngine>(fixture);

public sealed class EventIndexMigration(DatabaseFixture<SqliteEngine> fixture) : EventIndexMigrationTests<SqliteEngine>(fixture);

public sealed class SecretIndexMigration(DatabaseFixture<SqliteEngine> fixture) : SecretIndexMigrationTests<SqliteEngine>(fixture);

public sealed class TokenVerifierStore(DatabaseFixture<SqliteEngine> fixture) : TokenVerifierStoreTests<SqliteEngine>(fixture);

public sealed class RevocationStore(DatabaseFixture<SqliteEngine> fixture) : RevocationStoreTests<SqliteEngine>(fixture);

public sealed class Migration(DatabaseFixture<SqliteEngine> fixture) : MigrationTests<SqliteEngine>(fixture);

public sealed class AdminTokenRepository(DatabaseFixture<SqliteEngine> fixture) : AdminTokenRepositoryTests<SqliteEngine>(fixture);

public sealed class UserSearch(DatabaseFixture<SqliteEngine> fixture) : UserSearchTests<SqliteEngine>(fixture);

public sealed class ConfiguredTokens(DatabaseFixture<SqliteEngine> fixture) : ConfiguredTokenTests<SqliteEngine>(fixture);

public sealed class Backfill(DatabaseFixture<SqliteEngine> fixture) : BackfillTests<SqliteEngine>(fixture);

public sealed class EventLogSize(DatabaseFixture<SqliteEngine> fixture) : EventLogSizeTests<SqliteEngine>(fixture);

public sealed class UseCaseRoundTrips(DatabaseFixture<SqliteEngine> fixture) : UseCaseRoundTripTests<SqliteEngine>(fixture);

public sealed class UserDirectory(DatabaseFixture<SqliteEngine> fixture) : UserDirectoryTests<SqliteEngine>(fixture);

public sealed class PatRotation(DatabaseFixture<SqliteEngine> fixture) : PatRotationTests<SqliteEngine>(fixture);

public sealed class TokenLifeMigration(DatabaseFixture<SqliteEngine> fixture) : TokenLifeMigrationTests<SqliteEngine>(fixture);

public sealed class EventChain(DatabaseFixture<SqliteEngine> fixture) : EventChainTests<SqliteEngine>(fixture);

public sealed class EventLogStructure(DatabaseFixture<SqliteEngine> fixture) : EventLogStructureTests<SqliteEngine>(fixture);

public sealed class EventChainMigration(DatabaseFixture<SqliteEngine> fixture) : EventChainMigrationTests<SqliteEngine>(fixture);

public sealed class HousekeepingStore(DatabaseFixture<SqliteEngine> fixture) : HousekeepingStoreTests<SqliteEngine>(fixture);

public sealed class Inventory(DatabaseFixture<SqliteEngine> fixture) : InventoryTests<SqliteEngine>(fixture);

public sealed class InventoryRevocation(DatabaseFixture<SqliteEngine> fixture) : InventoryRevocationTests<SqliteEngine>(fixture);

public sealed class PasswordLinkRepository(DatabaseFixture<SqliteEngine> fixture) : PasswordLinkRepositoryTests<SqliteEngine>(fixture);

public sealed class Import(DatabaseFixture<SqliteEngine> fixture) : ImportTests<SqliteEngine>(fixture);

public sealed class NotificationStore(DatabaseFixture<SqliteEngine> fixture) : NotificationStoreTests<SqliteEngine>(fixture);

public sealed class NotificationSender(DatabaseFixture<SqliteEngine> fixture) : NotificationSenderTests<SqliteEngine>(fixture);
