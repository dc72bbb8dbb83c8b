using System.Globalization;
using System.Text.Json;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Api.Inventory;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Inventory;

namespace Unleash.Pat.Api.Hosting.Administration;

/// <summary>Writes tokens to standard output.</summary>
internal static class TokenOutput
{
    private const string Never = "never";

    private static readonly JsonSerializerOptions Options = WireJson.CreateOptions();

    /// <summary>Writes a table, or <c>{"tokens":[…]}</c>, a token at a time.</summary>
    public static Task WriteAsync(IAsyncEnumerable<InventoryTokenSchema> tokens, bool isJson, CancellationToken cancellationToken) =>
        isJson ? WriteJsonAsync(tokens, cancellationToken) : WriteTableAsync(tokens, cancellationToken);

    private static async Task WriteJsonAsync(IAsyncEnumerable<InventoryTokenSchema> tokens, CancellationToken cancellationToken)
    {
        var separator = "{\"tokens\":[";
        await foreach (var token in tokens.WithCancellation(cancellationToken))
        {
            await Console.Out.WriteAsync(separator + JsonSerializer.Serialize(token, Options));
            separator = ",\n";
        }

        await Console.Out.WriteLineAsync(separator == ",\n" ? "]}" : separator + "]}");
    }

    private static async Task WriteTableAsync(IAsyncEnumerable<InventoryTokenSchema> tokens, CancellationToken cancellationToken)
    {
        await WriteRowAsync("ID", "OWNER", "STATE", "EXPIRES", "LAST USED", "SCOPES", "DESCRIPTION");
        await foreach (var token in tokens.WithCancellation(cancellationToken))
        {
            await WriteRowAsync(
                token.Id.ToString(CultureInfo.InvariantCulture),
                TerminalText.Of(token.Owner.Username ?? token.Owner.Email ?? ""),
                StateOf(token),
                Day(token.ExpiresAt),
                token.SeenAt is { } seen ? Day(seen) : Never,
                token.Scopes is null ? "all" : string.Join(' ', token.Scopes),
                TerminalText.Of(token.Description));
        }
    }

    public static Task WriteRevokedAsync(RevokedTokens revoked, bool isJson, CancellationToken cancellationToken)
    {
        var text = isJson
            ? JsonSerializer.Serialize(new { revoked.Matched, revoked.Revoked }, Options)
            : string.Create(CultureInfo.InvariantCulture, $"{revoked.Matched} match, {revoked.Revoked} revoked.{Hint(revoked)}");
        return Console.Out.WriteLineAsync(text.AsMemory(), cancellationToken);
    }

    private static string Hint(RevokedTokens revoked) =>
        revoked is { Sample: not null, Matched: > 0 } ? " Add --yes to revoke them." : "";

    private static Task WriteRowAsync(
        string id, string owner, string state, string expires, string used, string scopes, string description) =>
        Console.Out.WriteLineAsync($"{id,-10} {owner,-30} {state,-9} {expires,-10} {used,-10} {scopes,-30} {description}");

    private static string StateOf(InventoryTokenSchema token) => token switch
    {
        { ExpiryWarning: "expired" } => "expired",
        { Enabled: false } or { Owner.Enabled: false } => "disabled",
        _ => "active",
    };

    private static string Day(DateTimeOffset instant) => UtcMillisecondsJsonConverter.ToText(instant)[..10];
}
