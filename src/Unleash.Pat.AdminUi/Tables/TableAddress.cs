using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Unleash.Pat.AdminUi.Tables;

/// <summary>The query parameters in which a table's order, search and page are kept, so that an address can be shared.</summary>
internal static class TableAddress
{
    public const string Sort = "sort";
    public const string Order = "order";
    public const string Search = "search";
    public const string Page = "page";

    // As many as an offset of the service can pass over.
    private const int LastPage = 1_000_000;

    /// <summary>The page that an address names; whatever it holds else means the first.</summary>
    /// <remarks>As a text, because the framework ends the whole page over a number that is none.</remarks>
    public static int PageOf(string? page) =>
        int.TryParse(page, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, LastPage) : 1;

    extension(NavigationManager navigation)
    {
        /// <summary>Puts values into the address, without a step in the browser's history.</summary>
        public void Show(params ReadOnlySpan<(string Name, string? Value)> values)
        {
            var parameters = new Dictionary<string, object?>();
            foreach (var (name, value) in values)
            {
                parameters[name] = string.IsNullOrEmpty(value) ? null : value;
            }

            navigation.NavigateTo(navigation.GetUriWithQueryParameters(parameters), replace: true);
        }

        /// <summary>Turns to a page; the first needs no word in the address.</summary>
        public void ShowPage(int page) => navigation.Show((Page, page > 1 ? $"{page}" : null));
    }
}
