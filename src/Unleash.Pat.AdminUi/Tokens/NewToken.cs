using System.Text.Encodings.Web;
using System.Text.Json;
using Unleash.Pat.AdminUi.Common;

namespace Unleash.Pat.AdminUi.Tokens;

/// <summary>The draft of a token, and what is wrong with it before it is sent.</summary>
internal sealed class NewToken(TokenPolicy policy)
{
    // docs/api.md, section 1; counted as the service counts, in code points.
    private const int MaxDescription = 255;

    // The service reads the clock a moment later, and not the same clock.
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Description { get; set; } = "";

    public ExpiryChoice Choice { get; set; } = policy.Default;

    /// <summary>The date and time of a custom expiry, by the browser's clock.</summary>
    public DateTime? Custom { get; set; }

    /// <summary>The description to send; none where the service is to name the token.</summary>
    public string? SentDescription => Description.Length == 0 ? null : Description;

    /// <summary>When it expires, by the browser's clock; <see langword="null"/> where a custom expiry is not given yet.</summary>
    public DateTimeOffset? At(TimeProvider time) => Choice.At(Custom, time);

    /// <summary>The expiry to send; none where the service is to count it, by its own clock.</summary>
    public DateTimeOffset? SentExpiry(TimeProvider time) => Choice switch
    {
        _ when Choice == policy.Default => null,
        { Lifetime: { } lifetime } when lifetime == policy.MaxLifetime && lifetime > Margin => Instants.After(lifetime - Margin, time),
        _ => At(time),
    };

    /// <summary>Takes a choice; a custom expiry begins with what was chosen before.</summary>
    public void Choose(ExpiryChoice choice, TimeProvider time)
    {
        if (choice == ExpiryChoice.Custom && Custom is null && !Choice.IsNever && At(time) is { } before)
        {
            var local = TimeZoneInfo.ConvertTime(before, time.LocalTimeZone).DateTime;
            Custom = local.AddTicks(-(local.Ticks % TimeSpan.TicksPerMinute));
        }

        Choice = choice;
    }

    public string? DescriptionFault(IReadOnlyCollection<string> taken) => Description switch
    {
        "" when !policy.RequiresDescription => null,
        _ when string.IsNullOrWhiteSpace(Description) => "Enter a description.",
        _ when Description.EnumerateRunes().Count() > MaxDescription => $"The description can have at most {MaxDescription} characters.",
        _ when taken.Contains(Description, StringComparer.Ordinal) => "You already have a token with this description.",
        _ => null,
    };

    public string? ExpiryFault(TimeProvider time) => At(time) switch
    {
        null => "Choose a date and time.",
        { } at when at <= time.GetUtcNow() => "The expiry must be in the future.",
        { } at when at > policy.Latest(time) => $"The expiry must not be later than {Instants.Exact(policy.Latest(time), time)}.",
        _ => null,
    };

    /// <summary>The same request by curl, for a POSIX shell.</summary>
    public string Curl(string address, TimeProvider time)
    {
        var body = new Dictionary<string, string>();
        if (SentDescription is { } description)
        {
            body["description"] = description;
        }

        if (At(time) is { } at)
        {
            body["expiresAt"] = Instants.Machine(SentExpiry(time) ?? at);
        }

        return $"curl -X POST {Quote(address)} \\\n"
            + "  -H 'Authorization: <your token>' \\\n  -H 'Content-Type: application/json' \\\n"
            + $"  -d {Quote(Readable(JsonSerializer.Serialize(body, Plain)))}";
    }

    // Threat: what is copied runs in a shell, so it must be read as it is written. JSON means the same by \u202e.
    private static string Readable(string json) =>
        string.Concat(json.Select(letter => Isolated.IsControl(letter) ? $"\\u{(int)letter:x4}" : $"{letter}"));

    private static string Quote(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
