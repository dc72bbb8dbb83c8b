using CsvHelper;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Inventory;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Api.Inventory;

/// <summary>Tokens as CSV (RFC 4180).</summary>
/// <remarks>
/// Threat: a user calls a token <c>=HYPERLINK(…)</c>, and the administrator's spreadsheet runs it. So a cell that begins like
/// a formula gets an apostrophe in front.
/// </remarks>
internal static class InventoryCsv
{
    private static readonly CsvWriterOptions Options = CsvWriterOptions.Default with { Injection = CsvInjection.Escape };

    private static readonly (string Name, Func<InventoryToken, object?> Value)[] Columns =
    [
        ("id", held => held.Token.Id),
        ("description", held => held.Token.Description.Value),
        ("userId", held => held.Owner.Id),
        ("username", held => held.Owner.Username),
        ("name", held => held.Owner.Name),
        ("email", held => held.Owner.Email),
        ("accountType", held => held.Owner.AccountType.ToName()),
        ("accountEnabled", held => Text(held.Owner.IsEnabled)),
        ("createdAt", held => Text(held.Token.CreatedAt)),
        ("expiresAt", held => Text(held.Token.ExpiresAt)),
        ("seenAt", held => Text(held.Token.SeenAt)),
        ("lastUsedFrom", held => held.Token.LastUsedFrom),
        ("rotatedAt", held => Text(held.Token.RotatedAt)),
        ("enabled", held => Text(held.Token.IsEnabled)),
        ("unrestricted", held => Text(held.Token.Scopes is null)),
        ("scopes", held => held.Token.Scopes?.ToString()),
        ("rejectedUses", held => held.Token.RejectedUses),
    ];

    public static CsvWriter To(Stream stream)
    {
        var writer = CsvWriter.Create(stream, Options, leaveOpen: true);
        writer.WriteHeader([.. Columns.Select(column => column.Name)]);
        return writer;
    }

    public static async Task WriteAsync(this CsvWriter writer, IEnumerable<InventoryToken> tokens, CancellationToken cancellationToken)
    {
        foreach (var token in tokens)
        {
            foreach (var (_, value) in Columns)
            {
                writer.WriteField(value(token));
            }

            await writer.EndRecordAsync(cancellationToken);
        }

        await writer.FlushAsync(cancellationToken);
    }

    private static string Text(bool value) => value ? "true" : "false";

    private static string? Text(DateTimeOffset? instant) => instant is { } given ? UtcMillisecondsJsonConverter.ToText(given) : null;
}
