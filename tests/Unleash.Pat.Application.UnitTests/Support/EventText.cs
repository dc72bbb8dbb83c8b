using System.Text.Json;
using Unleash.Pat.Application.Events;

namespace Unleash.Pat.Application.UnitTests.Support;

internal static class EventText
{
    /// <summary>All that an event would put into the log, in one text.</summary>
    public static string Everything(this AuditEvent entry) => JsonSerializer.Serialize(entry);
}
