using MudBlazor;

namespace Unleash.Pat.AdminUi.Layout;

/// <summary>Colours and fonts. Every text has a contrast of at least 4.5 to its background (WCAG 2.2, 1.4.3).</summary>
internal static class AppTheme
{
    private static readonly string[] FontFamily = ["system-ui", "Segoe UI", "Roboto", "Helvetica", "Arial", "sans-serif"];

    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#4f46b8",
            AppbarBackground = "#ffffff",
            AppbarText = "#202124",
            Background = "#f5f5f8",
            TextPrimary = "#202124",
            TextSecondary = "#55565d",
            Error = "#b3261e",
            Warning = "#8a5300",
            Success = "#1b6e3c",
            Info = "#0b5cad",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#b3aeff",
            PrimaryContrastText = "#16161d",
            AppbarBackground = "#1d1d25",
            AppbarText = "#f1f1f4",
            Background = "#16161d",
            Surface = "#1d1d25",
            TextPrimary = "#f1f1f4",
            TextSecondary = "#b9bac4",
            Error = "#ff9d94",
            ErrorContrastText = "#16161d",
            Warning = "#f5bd6b",
            WarningContrastText = "#16161d",
            Success = "#7fd6a0",
            SuccessContrastText = "#16161d",
            Info = "#8cc4ff",
            InfoContrastText = "#16161d",
        },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = FontFamily },
            Button = new ButtonTypography { TextTransform = "none" },
            H1 = new H1Typography { FontSize = "1.6rem", FontWeight = "600", LineHeight = "1.3" },
        },
    };
}
