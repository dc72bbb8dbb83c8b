using Dapper;
using Npgsql;
using Unleash.Pat.Application.Hosting;
using Unleash.Pat.Application.Importing;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Domain.Users;
using Unleash.Pat.Infrastructure.Importing;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Importing;

/// <summary>What is read of the tables that Unleash 8.2 has.</summary>
[NeedsPostgres]
[OneEngineOnly("It reads a PostgreSQL.")]
public sealed class UnleashDatabaseTests : IAsyncLifetime
{
    private const string Plain = "user:98b555423fa020a3e67267fb8462fdb2ef5ab2f44eea6ccfd6b1d0ad";

    // The columns that are read, as Unleash's migrations make them.
    private const string Tables = """
        CREATE TABLE settings (name varchar(255) PRIMARY KEY, content json);
        CREATE TABLE users (id serial PRIMARY KEY, name varchar(255), username varchar(255) UNIQUE, email varchar(255) UNIQUE,
            password_hash varchar(255), login_attempts integer DEFAULT 0, created_at timestamp DEFAULT now(), seen_at timestamp,
            deleted_at timestamptz, is_service boolean DEFAULT false, is_system boolean NOT NULL DEFAULT false);
        CREATE TABLE roles (id serial PRIMARY KEY, name text, type text);
        CREATE TABLE role_user (role_id integer, user_id integer, project varchar(255));
        CREATE TABLE personal_access_tokens (id serial PRIMARY KEY, secret text, description text, user_id integer, expires_at timestamptz NOT NULL,
            seen_at timestamptz, created_at timestamptz NOT NULL DEFAULT now(), selector text, verifier text);
        INSERT INTO settings VALUES ('instanceInfo', '{"id":"88b389e9"}');
        INSERT INTO roles (name, type) VALUES ('Admin', 'root'), ('Owner', 'project');
        """;

    private readonly string _name = $"unleash_pat_{Guid.NewGuid():N}";
    private NpgsqlDataSource _server = null!;
    private NpgsqlConnection _unleash = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string ConnectionString => new NpgsqlConnectionStringBuilder(NeedsPostgresAttribute.ConnectionString) { Database = _name, Pooling = false }.ConnectionString;

    public async ValueTask InitializeAsync()
    {
        _server = NpgsqlDataSource.Create(NeedsPostgresAttribute.ConnectionString!);
        await ExecuteAsync(_server, $"CREATE DATABASE {_name}");
        _unleash = new NpgsqlConnection(ConnectionString);
        await _unleash.OpenAsync(Cancel);
        await _unleash.ExecuteAsync(Tables);
    }

    public async ValueTask DisposeAsync()
    {
        await _unleash.DisposeAsync();
        await ExecuteAsync(_server, $"DROP DATABASE {_name} WITH (FORCE)");
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task An_account_is_read_with_its_root_role_and_its_tokens_of_every_form()
    {
        var secret = TokenSecret.Generate();
        await _unleash.ExecuteAsync(
            """
            INSERT INTO users (username, email, password_hash, seen_at) VALUES ('ann', 'ann@example.com', '$2b$10$x', '2026-01-02 03:04:05.678');
            INSERT INTO role_user VALUES (2, 1, 'default'), (1, 1, 'default');
            INSERT INTO personal_access_tokens (secret, description, user_id, expires_at) VALUES (@Plain, 'plain', 1, 'infinity');
            INSERT INTO personal_access_tokens (selector, verifier, user_id, expires_at) VALUES (@Selector, @Verifier, 1, '2031-01-01Z');
            INSERT INTO personal_access_tokens (secret, user_id, expires_at) VALUES ('user:chosen', 1, '2031-01-01Z');
            INSERT INTO personal_access_tokens (selector, verifier, user_id, expires_at) VALUES (@Selector, 'AAAA', 1, '2031-01-01Z');
            """,
            new { Plain, secret.Selector, Verifier = System.Buffers.Text.Base64Url.EncodeToString(secret.Verifier()) });

        var account = (await ReadAsync()).ShouldHaveSingleItem();

        (account.AccountType, account.Username, account.Email, account.Role, account.PasswordHash, account.Unfit)
            .ShouldBe((AccountType.User, "ann", "ann@example.com", "Admin", "$2b$10$x", null));
        account.SeenAt.ShouldBe(new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero));
        account.Tokens.Select(token => token.Credential?.Selector).ShouldBe([PlainSecret.SelectorOf(Plain), secret.Selector, null, null]);
        account.Tokens[1].Credential!.Verifier.ShouldBe(secret.Verifier());
        account.Tokens[0].ExpiresAt.Year.ShouldBe(9999);
    }

    [Fact]
    public async Task Every_account_is_read_once_however_many_they_are()
    {
        await _unleash.ExecuteAsync("INSERT INTO users (username, is_service) SELECT 'user' || i, i % 2 = 0 FROM generate_series(1, 500) AS i");
        await _unleash.ExecuteAsync("UPDATE users SET deleted_at = now() WHERE id = 3; INSERT INTO users (id, is_system) VALUES (-1337, true)");

        var accounts = await ReadAsync();

        accounts.Count.ShouldBe(501);
        accounts.Select(account => account.Id).Distinct().Count().ShouldBe(501);
        accounts.Count(account => account.AccountType == AccountType.ServiceAccount).ShouldBe(250);
        accounts.Count(account => account.Unfit is not null).ShouldBe(2);
    }

    [Fact]
    public async Task Another_database_is_refused_in_a_sentence()
    {
        await _unleash.ExecuteAsync("DROP TABLE settings");

        (await Should.ThrowAsync<StartupException>(ReadAsync)).Message.ShouldStartWith("--from is no database of Unleash");
    }

    private static async Task ExecuteAsync(NpgsqlDataSource server, string statement)
    {
        await using var command = server.CreateCommand(statement);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<List<SourceAccount>> ReadAsync()
    {
        await using var source = new UnleashDatabases().Open(ConnectionString);
        (await source.GetNameAsync(Cancel)).ShouldBe("unleash 88b389e9");
        return await source.ReadAsync(Cancel).ToListAsync(Cancel);
    }
}
