namespace Unleash.Pat.AdminUi.Tables;

/// <summary>One part of a filter, in words.</summary>
/// <param name="Name">The query parameter.</param>
/// <param name="Value">Its value, of which a parameter can have several.</param>
/// <param name="Label">What the user reads.</param>
public sealed record FilterChip(string Name, string Value, string Label);
