using System.Collections.ObjectModel;
using System.Text.Json;

namespace Unleash.Pat.AspNetCore.Asking;

/// <summary>Reads an introspection response (RFC 7662).</summary>
internal static class AnswerReader
{
    /// <summary>Reads the answer.</summary>
    /// <param name="body">The JSON text.</param>
    /// <exception cref="JsonException">It is no such response.</exception>
    public static Answer Read(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("active", out var active))
        {
            throw new JsonException("The answer has no \"active\".");
        }

        return active.ValueKind switch
        {
            JsonValueKind.True => new Answer(AnswerKind.Active, Token(root)),
            JsonValueKind.False => Answer.Inactive,
            _ => throw new JsonException("\"active\" is no boolean."),
        };
    }

    // Without both ids the feed could never make it forgotten.
    private static UnleashPatToken Token(JsonElement root) =>
        new(
            Text(root, "jti") ?? throw new JsonException("The answer has no \"jti\"."),
            Text(root, "sub") ?? throw new JsonException("The answer has no \"sub\"."))
        {
            Username = Text(root, "username"),
            Name = Text(root, "name"),
            Email = Text(root, "email"),
            Role = Text(root, "root_role"),
            AccountType = Text(root, "account_type"),
            Issuer = Text(root, "iss"),
            IssuedAt = Time(root, "iat"),
            ExpiresAt = Time(root, "exp"),
            Scopes = Scopes(root),
            IsUnrestricted = root.TryGetProperty("unrestricted", out var value) && value.ValueKind == JsonValueKind.True,
        };

    private static string? Text(JsonElement root, string name) => root.TryGetProperty(name, out var value)
        ? value.ValueKind switch
        {
            JsonValueKind.String when value.GetString() is { Length: > 0 } text => text,
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        }
        : null;

    // A time that cannot be read must not become "never".
    private static DateTimeOffset? Time(JsonElement root, string name)
    {
        if (!root.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var seconds)
            && seconds >= DateTimeOffset.MinValue.ToUnixTimeSeconds() && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
                ? DateTimeOffset.FromUnixTimeSeconds(seconds)
                : throw new JsonException($"\"{name}\" is no time.");
    }

    private static ReadOnlyCollection<string> Scopes(JsonElement root) =>
        Array.AsReadOnly((Text(root, "scope") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
