using System.Text;
using System.Text.Json;
using Unleash.Pat.AdminUi.Accounts;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Auditing;

/// <summary>What an event tells of its subject.</summary>
internal static class EventDetails
{
    private const string Role = "rootRole";
    private const string Address = "address";

    // How the names of instants end.
    private const string Instant = "At";

    private static readonly string[] Names = ["description", "tokenName", "name", "username", "email"];

    extension(AuditEvent happened)
    {
        /// <summary>Each property with its values before and since.</summary>
        public IReadOnlyList<EventChange> Changes
        {
            get
            {
                var before = Read(happened.PreData);
                var after = Read(happened.Data);
                return [.. before.Keys.Union(after.Keys).Select(key => new EventChange(InWords(key), before.GetValueOrDefault(key), after.GetValueOrDefault(key), key.EndsWith(Instant, StringComparison.Ordinal)))];
            }
        }

        /// <summary>What to call the subject, or an empty text.</summary>
        public string Subject
        {
            get
            {
                var values = Read(happened.Data ?? happened.PreData);
                return Names.Select(name => values.GetValueOrDefault(name)).FirstOrDefault(name => !string.IsNullOrEmpty(name))
                    ?? (values.GetValueOrDefault(Address) is { Length: > 0 } address ? $"from {address}" : "");
            }
        }
    }

    private static Dictionary<string, string?> Read(JsonElement? data) =>
        data is JsonElement { ValueKind: JsonValueKind.Object } json
            ? json.EnumerateObject().ToDictionary(property => property.Name, Text)
            : [];

    private static string? Text(JsonProperty property) => property.Value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => property.Value.GetString(),
        JsonValueKind.Object => string.Join(", ", property.Value.EnumerateObject().Select(part => $"{InWords(part.Name).ToLowerInvariant()}: {Text(part)}")),
        JsonValueKind.Number when property.Name == Role && property.Value.TryGetInt32(out var role) => RoleWords.Name((RootRole)role),
        _ => property.Value.GetRawText(),
    };

    // "ownerId" becomes "Owner id".
    private static string InWords(string name)
    {
        var words = new StringBuilder();
        foreach (var letter in name)
        {
            if (words.Length == 0)
            {
                words.Append(char.ToUpperInvariant(letter));
            }
            else if (char.IsUpper(letter))
            {
                words.Append(' ').Append(char.ToLowerInvariant(letter));
            }
            else
            {
                words.Append(letter);
            }
        }

        return words.ToString();
    }
}
