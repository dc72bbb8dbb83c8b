using System.Globalization;
using Dapper;
using Microsoft.Extensions.Logging;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Infrastructure.Persistence.Repositories;

namespace Unleash.Pat.Infrastructure.Persistence.Migrations;

/// <summary>Reserves the names of admin tokens of earlier versions. Of those that share a name, the later ones are renamed.</summary>
internal sealed partial class AdminTokenNameBackfill(Database database, ILogger<AdminTokenNameBackfill> logger) : IBackfill
{
    private const string SelectUnnamed = $"""
        SELECT token.id AS {nameof(TokenRow.Id)}, token.name AS {nameof(TokenRow.Name)}
        FROM admin_tokens AS token
        WHERE NOT EXISTS (SELECT 1 FROM admin_token_names AS taken WHERE taken.token_id = token.id)
        ORDER BY token.id
        """;

    private const string Rename = "UPDATE admin_tokens SET name = @Name WHERE id = @Id";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var tokens = await database.ReadAsync(
            connection => connection.QueryAsync<TokenRow>(
                new CommandDefinition(SelectUnnamed, cancellationToken: cancellationToken)),
            cancellationToken);
        foreach (var token in tokens)
        {
            var name = token.Name;
            for (var number = 2; !await TryTakeAsync(token.Id, name, cancellationToken); number++)
            {
                name = Numbered(token.Name, number);
            }

            if (name != token.Name)
            {
                LogRenamed(token.Id, name, token.Name);
            }
        }
    }

    private async Task<bool> TryTakeAsync(long id, string name, CancellationToken cancellationToken)
    {
        try
        {
            return await database.WriteAsync(
                async transaction =>
                {
                    await transaction.TakeTokenNameAsync(id, name, cancellationToken);
                    await transaction.ExecuteAsync(
                        Rename, new { Name = Sql.Text(name, AdminToken.NameMaxLength), Id = id }, cancellationToken);
                    return true;
                },
                cancellationToken);
        }
        catch (DuplicateKeyException)
        {
            return false;
        }
    }

    private static string Numbered(string name, int number)
    {
        var suffix = string.Create(CultureInfo.InvariantCulture, $" ({number})");
        var length = Math.Min(name.Length, AdminToken.NameMaxLength - suffix.Length);
        return name[..(char.IsHighSurrogate(name[length - 1]) ? length - 1 : length)] + suffix;
    }

    [LoggerMessage(EventId = 1202, Level = LogLevel.Warning, Message = "Admin token {Id} is now called \"{NewName}\": an older one has the name \"{OldName}\".")]
    private partial void LogRenamed(long id, string newName, string oldName);

    private sealed class TokenRow
    {
        public long Id { get; init; }

        public string Name { get; init; } = "";
    }
}
