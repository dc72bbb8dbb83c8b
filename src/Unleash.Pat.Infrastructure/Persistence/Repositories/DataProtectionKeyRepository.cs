using System.Xml.Linq;
using Dapper;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

/// <summary>
/// Stores the keys that protect session cookies, so that cookies are valid after a restart and on every node.
/// </summary>
/// <remarks>
/// The keys are stored as they are. Threat: a reader of the database can make cookies that this service decrypts. They
/// still open no session, because its key is in the cookie alone and the database has the key's hash.
/// </remarks>
internal sealed class DataProtectionKeyRepository(Database database, TimeProvider time) : IXmlRepository
{
    private const int FriendlyNameLength = 255;

    private const string SelectAll = "SELECT xml FROM data_protection_keys ORDER BY id";

    private const string Insert = """
        INSERT INTO data_protection_keys (friendly_name, xml, created_at) VALUES (@FriendlyName, @Xml, @CreatedAt)
        """;

    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. Wait(() => database.ReadAsync(connection => connection.QueryAsync<string>(SelectAll), CancellationToken.None))
            .Select(XElement.Parse)];

    public void StoreElement(XElement element, string friendlyName)
    {
        var parameters = new DynamicParameters();
        parameters.Add("FriendlyName", Sql.Text(friendlyName, FriendlyNameLength));
        parameters.Add("Xml", Sql.LongText(element.ToString(SaveOptions.DisableFormatting)));
        parameters.Add("CreatedAt", time.GetUtcNow());
        Wait(() => database.WriteAsync(
            transaction => transaction.ExecuteAsync(Insert, parameters, CancellationToken.None), CancellationToken.None));
    }

    // The interface is synchronous. It is called as the service starts and once a day, never on a request's path.
    private static T Wait<T>(Func<Task<T>> work) => Task.Run(work).GetAwaiter().GetResult();
}
