using System.Text;
using Microsoft.Data.SqlClient;

namespace Unleash.Pat.TestSupport.Faults;

/// <summary>What a proxy needs to know of SQL Server's protocol.</summary>
public static class SqlServerTraffic
{
    private const int DefaultPort = 1433;

    /// <summary>A proxy before the server of a connection string.</summary>
    public static FaultyProxy Before(string connectionString)
    {
        var parts = new SqlConnectionStringBuilder(connectionString).DataSource
            .Replace("tcp:", "", StringComparison.OrdinalIgnoreCase).Split(',');
        return new FaultyProxy(parts[0], parts.Length > 1 ? int.Parse(parts[1], null) : DefaultPort);
    }

    /// <summary>The connection string by way of the proxy, with short waits.</summary>
    /// <param name="proxy">The way.</param>
    /// <param name="connectionString">The server's.</param>
    /// <param name="more">What else is to be different.</param>
    public static string Through(
        this FaultyProxy proxy, string connectionString, Action<SqlConnectionStringBuilder>? more = null)
    {
        ArgumentNullException.ThrowIfNull(proxy);
        var builder = new SqlConnectionStringBuilder(connectionString)
        {
            DataSource = $"127.0.0.1,{proxy.Port}",
            CommandTimeout = 15,
            ConnectTimeout = 5,

            // Requests are looked at on their way.
            Encrypt = SqlConnectionEncryptOption.Optional,
        };
        more?.Invoke(builder);
        return builder.ConnectionString;
    }

    /// <summary>Whether a request has this text in it.</summary>
    public static Func<ReadOnlyMemory<byte>, bool> Containing(string text)
    {
        var wanted = Encoding.Unicode.GetBytes(text);
        return request => request.Span.IndexOf(wanted) >= 0;
    }

    /// <summary>Puts another text of the same length in a text's place.</summary>
    public static Action<Memory<byte>> Replacing(string text, string other)
    {
        var (wanted, given) = (Encoding.Unicode.GetBytes(text), Encoding.Unicode.GetBytes(other.PadRight(text.Length)));
        return request =>
        {
            for (int at; (at = request.Span.IndexOf(wanted)) >= 0;)
            {
                given.CopyTo(request.Span[at..]);
            }
        };
    }
}
