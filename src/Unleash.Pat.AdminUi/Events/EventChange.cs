namespace Unleash.Pat.AdminUi.Events;

/// <summary>A property of an event's subject, before and after the event; <see langword="null"/> if it had no value.</summary>
internal sealed record EventChange(string Property, string? Before, string? After, bool IsTime = false)
{
    public bool IsChange => Before != After;
}
