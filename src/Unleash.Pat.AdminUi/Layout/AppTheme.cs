using MudBlazor;

namespace Unleash.Pat.AdminUi.Layout;

/// <summary>Colours and fonts. Every text has a contrast of at least 4.5 to its background (WCAG 2.2, 1.4.3).</summary>
internal static class AppTheme
{
    private const string NoSpacing = "normal";

    private static readonly string[] FontFamily = ["Inter", "system-ui", "Segoe UI", "Roboto", "Helvetica", "Arial", "sans-serif"];

    public static MudTheme Theme { get; } = new()
    {
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "6px" },
        PaletteLight = new PaletteLight
        {
            Primary = "#4f46b8",
            AppbarBackground = "#f7f7fa",
            AppbarText = "#202124",
            Background = "#ffffff",
            BackgroundGray = "#f5f5f8",
            TextPrimary = "#202124",
            TextSecondary = "#55565d",
            LinesDefault = "#e3e3e8",
            LinesInputs = "#8a8b93",
            TableLines = "#e3e3e8",
            Error = "#b3261e",
            Warning = "#8a5300",
            Success = "#1b6e3c",
            Info = "#0b5cad",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#b3aeff",
            PrimaryContrastText = "#16161d",
            AppbarBackground = "#1b1b22",
            AppbarText = "#f1f1f4",
            Background = "#16161d",
            BackgroundGray = "#1d1d25",
            Surface = "#1b1b22",
            TextPrimary = "#f1f1f4",
            TextSecondary = "#b9bac4",
            LinesDefault = "#33333d",
            LinesInputs = "#7a7b86",
            TableLines = "#33333d",
            Error = "#ff9d94",
            ErrorContrastText = "#16161d",
            Warning = "#f5bd6b",
            WarningContrastText = "#16161d",
            Success = "#7fd6a0",
            SuccessContrastText = "#16161d",
            Info = "#8cc4ff",
            InfoContrastText = "#16161d",
        },

        // Inter is spaced as it should be; Material's spacing was made for Roboto.
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = FontFamily, LetterSpacing = NoSpacing },
            Body1 = new Body1Typography { FontSize = ".875rem", LineHeight = "1.5", LetterSpacing = NoSpacing },
            Body2 = new Body2Typography { FontSize = ".875rem", LineHeight = "1.5", LetterSpacing = NoSpacing },
            Subtitle1 = new Subtitle1Typography { FontSize = ".875rem", LetterSpacing = NoSpacing },
            Caption = new CaptionTypography { FontSize = ".8125rem", LetterSpacing = NoSpacing },
            Button = new ButtonTypography { FontSize = ".875rem", FontWeight = "550", LetterSpacing = NoSpacing, TextTransform = "none" },
            H6 = new H6Typography { FontSize = "1.125rem", FontWeight = "600", LetterSpacing = NoSpacing },
        },
    };
}
