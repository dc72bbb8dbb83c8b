namespace Unleash.Pat.AdminUi.Layout;

/// <summary>Which theme somebody wants.</summary>
internal enum ThemeChoice
{
    System,
    Light,
    Dark,
}
