using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Hosting;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Domain.Users;
using Unleash.Pat.Infrastructure;
using Unleash.Pat.Infrastructure.Persistence;

namespace Unleash.Pat.TestSupport.BigDatabases;

/// <summary>Makes a database of the service as big as an installation's, with tokens that the service verifies.</summary>
/// <remarks>
/// The service's own migrations make the schema, and its own code names, search keys, secrets and events; only the rows are
/// written in bulk. Threat: who knows the seed knows every secret, so such a database serves no one but a test.
/// </remarks>
public sealed class BigDatabase
{
    /// <summary>The password of the first administrator and of every user.</summary>
    public const string Password = "unleash4all";

    /// <summary>The username of the first administrator.</summary>
    public const string Administrator = "admin";

    private readonly DateTimeOffset _now;
    private readonly IConfiguration _configuration;
    private readonly BigDatabaseSize _size;
    private readonly Action<string> _report;

    /// <param name="configuration">Names the database, as for the service.</param>
    /// <param name="size">What to generate.</param>
    /// <param name="time">Tells the present, before and after which tokens expire.</param>
    /// <param name="report">Receives a line for each step.</param>
    public BigDatabase(IConfiguration configuration, BigDatabaseSize size, TimeProvider time, Action<string> report)
    {
        ArgumentNullException.ThrowIfNull(size);
        _size = size.Fault is { } fault ? throw new StartupException(fault) : size;
        _now = UtcMilliseconds.UtcNow(time);
        _report = report;
        _configuration = configuration;
    }

    /// <summary>Creates, migrates and fills the database.</summary>
    /// <param name="secrets">Receives the secret of every token that authenticates.</param>
    /// <exception cref="StartupException">The database cannot be used, or has accounts already.</exception>
    public async Task GenerateAsync(Action<string> secrets, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        var (firstAccount, firstEvent, hash) = await CreateAsync(cancellationToken);
        var accounts = new GeneratedAccounts(_size, firstAccount, hash, _now);
        var tokens = new GeneratedTokens(_size, accounts, _now);
        await using var writer = await OpenAsync(cancellationToken);
        foreach (var table in new[]
        {
            accounts.Users,
            accounts.Names,
            tokens.Rows,
            tokens.Secrets((number, secret) => Tell(number, secret, secrets)),
            new GeneratedEvents(_size, firstEvent, accounts, tokens, _now).Rows,
        })
        {
            _report($"Writing {table.Name}");
            await writer.WriteAsync(table, cancellationToken);
        }

        _report("Closing the database");
        await writer.CompleteAsync(cancellationToken);
    }

    private static void Tell(long number, TokenSecret secret, Action<string> secrets)
    {
        if (GeneratedTokens.IsLive(number))
        {
            secrets(secret.Reveal());
        }
    }

    private async Task<(long FirstAccount, long FirstEvent, string Hash)> CreateAsync(CancellationToken cancellationToken)
    {
        _report("Migrating the database");
        await using var services = new ServiceCollection()
            .AddLogging().AddApplication(_configuration).AddInfrastructure(_configuration).BuildServiceProvider();
        var users = services.GetRequiredService<IUserRepository>();
        await services.GetRequiredService<IDatabaseInitializer>().InitializeAsync(
            async cancel =>
            {
                if (await users.AnyAsync(cancel))
                {
                    throw new StartupException("The database has accounts already. Name one that does not exist yet.");
                }
            },
            cancellationToken);
        var hash = await services.GetRequiredService<IPasswordHasher>().HashAsync(new Password(Password), cancellationToken);
        var admin = await users.CreateAsync(
            new NewUser(AccountType.User, Administrator, null, null, RootRole.Admin, hash, _now),
            AuditStamp.BySystem(EventType.UserCreated, _now),
            cancellationToken);
        var log = await services.GetRequiredService<IEventRepository>().GetPageAsync(new EventFilter(), new EventSlice(1), cancellationToken);
        return (admin.Value!.Id + 1, log.Events[0].Id + 1, hash);
    }

    private async Task<IRowWriter> OpenAsync(CancellationToken cancellationToken)
    {
        var options = DatabaseOptions.Read(_configuration);
        return options.Provider == DatabaseProvider.SqlServer
            ? new SqlServerRowWriter(options.ConnectionString)
            : await SqliteRowWriter.OpenAsync(
                new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(options.ConnectionString).DataSource, cancellationToken);
    }
}
