using System.Text;
using System.Text.Json;
using Unleash.Pat.AdminUi.Accounts;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Events;

/// <summary>Reads an event's data.</summary>
internal static class AuditEventExtensions
{
    private const string RoleProperty = "rootRole";
    private const string ReasonProperty = "reason";
    private const string RevokedType = "pat-revoked";
    private const string AddressProperty = "address";
    private const string TimeSuffix = "At";

    private static readonly string[] NameProperties = ["description", "tokenName", "name", "username", "email"];

    extension(AuditEvent auditEvent)
    {
        /// <summary>Each property with its values before and after the event.</summary>
        public IReadOnlyList<EventChange> Changes
        {
            get
            {
                var before = Read(auditEvent.PreData);
                var after = Read(auditEvent.Data);
                return
                [
                    .. before.Keys.Union(after.Keys).Select(key => new EventChange(
                        ToWords(key), before.GetValueOrDefault(key), after.GetValueOrDefault(key), key.EndsWith(TimeSuffix, StringComparison.Ordinal))),
                ];
            }
        }

        /// <summary>What happened, and why if the service says so.</summary>
        public string Label => auditEvent.Type == RevokedType && Read(auditEvent.Data ?? auditEvent.PreData).GetValueOrDefault(ReasonProperty) is { Length: > 0 } reason
            ? $"{EventTypes.Label(auditEvent.Type)}: {EventTypes.Reasons.GetValueOrDefault(reason, reason)}"
            : EventTypes.Label(auditEvent.Type);

        /// <summary>The name of what the event is about; empty if it has none.</summary>
        public string Subject
        {
            get
            {
                var values = Read(auditEvent.Data ?? auditEvent.PreData);
                return NameProperties.Select(name => values.GetValueOrDefault(name)).FirstOrDefault(name => !string.IsNullOrEmpty(name))
                    ?? (values.GetValueOrDefault(AddressProperty) is { Length: > 0 } address ? $"from {address}" : "");
            }
        }
    }

    private static Dictionary<string, string?> Read(JsonElement? data) =>
        data is JsonElement { ValueKind: JsonValueKind.Object } json
            ? json.EnumerateObject().ToDictionary(property => property.Name, Format)
            : [];

    private static string? Format(JsonProperty property) => property.Value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => property.Value.GetString(),
        JsonValueKind.Object => string.Join(", ", property.Value.EnumerateObject().Select(part => $"{ToWords(part.Name).ToLowerInvariant()}: {Format(part)}")),
        JsonValueKind.Number when property.Name == RoleProperty && property.Value.TryGetInt32(out var role) => RoleLabels.Name((RootRole)role),
        _ => property.Value.GetRawText(),
    };

    // "ownerId" becomes "Owner id".
    private static string ToWords(string name)
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
