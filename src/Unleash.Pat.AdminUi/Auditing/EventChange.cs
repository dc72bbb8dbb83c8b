namespace Unleash.Pat.AdminUi.Auditing;

/// <summary>One property of what an event is about, before and since.</summary>
/// <param name="Property">Its name in words.</param>
/// <param name="Before">Its value before, or <see langword="null"/> where there was none.</param>
/// <param name="After">Its value since, or <see langword="null"/> where there is none.</param>
/// <param name="IsInstant">Whether the values are instants.</param>
internal sealed record EventChange(string Property, string? Before, string? After, bool IsInstant = false)
{
    public bool IsChange => Before != After;
}
