namespace Unleash.Pat.AdminUi.About;

/// <summary>Facts about the instance under one title.</summary>
public sealed record FactGroup(string Title, IReadOnlyList<(string Label, string Text)> Facts);
