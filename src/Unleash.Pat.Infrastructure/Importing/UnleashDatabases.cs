using System.Data.Common;
using Npgsql;
using Unleash.Pat.Application.Hosting;
using Unleash.Pat.Application.Importing;

namespace Unleash.Pat.Infrastructure.Importing;

/// <summary>Opens databases of Unleash. Npgsql is loaded by the first call, and never by a service that only serves.</summary>
internal sealed class UnleashDatabases : IUnleashDatabases
{
    public IImportSource Open(string connectionString)
    {
        ArgumentNullException.ThrowIfNull(connectionString);
        return new UnleashDatabase(Read(connectionString));
    }

    // Threat: a message of the parser may repeat the text, which can have a password.
    private static NpgsqlConnectionStringBuilder Read(string text)
    {
        try
        {
            var builder = IsUrl(text) ? FromUrl(new Uri(text)) : new NpgsqlConnectionStringBuilder(text);
            builder.ApplicationName ??= "Unleash.Pat import";
            builder.Pooling = false;
            return builder;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or DbException)
        {
            throw new StartupException(
                "--from is no connection string, for example \"Host=db;Database=unleash;Username=unleash\" or \"postgres://unleash@db/unleash\".");
        }
    }

    private static bool IsUrl(string text) =>
        text.StartsWith("postgres://", StringComparison.Ordinal) || text.StartsWith("postgresql://", StringComparison.Ordinal);

    // As in Unleash's DATABASE_URL. Parameters of the query are for its own driver, and are left.
    private static NpgsqlConnectionStringBuilder FromUrl(Uri url)
    {
        var builder = new NpgsqlConnectionStringBuilder { Host = url.Host, Database = Uri.UnescapeDataString(url.AbsolutePath.Trim('/')) };
        if (url.Port > 0)
        {
            builder.Port = url.Port;
        }

        var person = url.UserInfo.Split(':', 2);
        if (person[0].Length > 0)
        {
            builder.Username = Uri.UnescapeDataString(person[0]);
        }

        if (person.Length > 1)
        {
            builder.Password = Uri.UnescapeDataString(person[1]);
        }

        return builder;
    }
}
