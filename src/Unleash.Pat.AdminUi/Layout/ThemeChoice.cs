namespace Unleash.Pat.AdminUi.Layout;

internal enum ThemeChoice
{
    System,
    Light,
    Dark,
}
