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
        /// <summary>Whether the event says how its subject was before.</summary>
        public bool HasBefore => auditEvent.PreData is not null;

        /// <summary>Whether the event says how its subject is after it.</summary>
        public bool HasAfter => auditEvent.Data is not null;

        /// <summary>Each property with its values before and after the event, without the address.</summary>
        public IReadOnlyList<EventChange> Changes
        {
            get
            {
                var before = Read(auditEvent.PreData);
                var after = Read(auditEvent.Data);
                return
                [
                    .. before.Keys.Union(after.Keys).Where(key => key != AddressProperty).Select(key => new EventChange(
                        ToWords(key), before.GetValueOrDefault(key), after.GetValueOrDefault(key), key.EndsWith(TimeSuffix, StringComparison.Ordinal))),
                ];
            }
        }

        /// <summary>Why a token was revoked, if the service says so.</summary>
        public string? Reason => auditEvent.Type == RevokedType && auditEvent.Values.GetValueOrDefault(ReasonProperty) is { Length: > 0 } reason
            ? EventTypes.Reasons.GetValueOrDefault(reason, reason)
            : null;

        /// <summary>The name of what the event is about, as it was then; <see langword="null"/> if the event has none.</summary>
        public string? TargetName => NameProperties.Select(name => auditEvent.Values.GetValueOrDefault(name)).FirstOrDefault(name => !string.IsNullOrEmpty(name));

        private Dictionary<string, string?> Values => Read(auditEvent.HasAfter ? auditEvent.Data : auditEvent.PreData);
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
