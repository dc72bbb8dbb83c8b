namespace Unleash.Pat.Infrastructure.Persistence.Repositories.Events;

/// <summary>From where an event was done, which is stored as a property of its data.</summary>
/// <remarks>Looked for as text, because exports read millions of events. Within a JSON text, quotes are escaped.</remarks>
internal static class EventOrigin
{
    private const string Property = "\"address\":\"";

    /// <summary>The IP address; <see langword="null"/> where the data has none.</summary>
    public static string? AddressOf(string? data)
    {
        if (data is null || data.IndexOf(Property, StringComparison.Ordinal) is var found && found < 0)
        {
            return null;
        }

        var start = found + Property.Length;
        return data[start..data.IndexOf('"', start)];
    }

    /// <summary>The state after a change; <see langword="null"/> where the data is an address and no more, as after a deletion.</summary>
    public static string? StateOf(string? data) => data == $"{{{Property}{AddressOf(data)}\"}}" ? null : data;
}
