using Microsoft.AspNetCore.Components;

namespace Unleash.Pat.AdminUi.Tables;

/// <summary>The query parameters in which a table's order, search and page are kept, so that an address can be shared.</summary>
internal static class TableAddress
{
    public const string Sort = "sort";
    public const string Order = "order";
    public const string Search = "search";
    public const string Page = "page";

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
