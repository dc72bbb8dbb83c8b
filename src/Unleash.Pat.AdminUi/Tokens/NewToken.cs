using System.Text.Encodings.Web;
using System.Text.Json;
using Unleash.Pat.AdminUi.Common;

namespace Unleash.Pat.AdminUi.Tokens;

/// <summary>The draft of a token, and what is wrong with it before it is sent.</summary>
internal sealed class NewToken
{
    // Contract section 1.1; counted as the service counts, in code points.
    private const int MaxDescription = 255;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Description { get; set; } = "";

    public ExpiryChoice Choice { get; set; } = ExpiryChoice.ThirtyDays;

    /// <summary>The date and time of a custom expiry, by the browser's clock.</summary>
    public DateTime? Custom { get; set; }

    /// <summary>Takes a choice; a custom expiry begins with what was chosen before.</summary>
    public void Choose(ExpiryChoice choice, TimeProvider time)
    {
        if (choice == ExpiryChoice.Custom && Custom is null && ExpiryChoices.Of(Choice, null, time) is { } before && before != Instants.Never)
        {
            var local = TimeZoneInfo.ConvertTime(before, time.LocalTimeZone).DateTime;
            Custom = local.AddTicks(-(local.Ticks % TimeSpan.TicksPerMinute));
        }

        Choice = choice;
    }

    public string? DescriptionFault(IReadOnlyCollection<string> taken) => Description switch
    {
        _ when string.IsNullOrWhiteSpace(Description) => "Enter a description.",
        _ when Description.EnumerateRunes().Count() > MaxDescription => $"The description can have at most {MaxDescription} characters.",
        _ when taken.Contains(Description, StringComparer.Ordinal) => "You already have a token with this description.",
        _ => null,
    };

    public string? ExpiryFault(TimeProvider time) => ExpiryChoices.Of(Choice, Custom, time) switch
    {
        null => "Choose a date and time.",
        { } at when at <= time.GetUtcNow() => "The expiry must be in the future.",
        _ => null,
    };

    /// <summary>The same request by curl, for a POSIX shell.</summary>
    public string Curl(string address, TimeProvider time)
    {
        var body = new Dictionary<string, string> { ["description"] = Description };
        if (ExpiryChoices.Of(Choice, Custom, time) is { } at)
        {
            body["expiresAt"] = Instants.Machine(at);
        }

        return $"curl -X POST {Quote(address)} \\\n"
            + "  -H 'Authorization: <your token>' \\\n  -H 'Content-Type: application/json' \\\n"
            + $"  -d {Quote(JsonSerializer.Serialize(body, Plain))}";
    }

    private static string Quote(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
