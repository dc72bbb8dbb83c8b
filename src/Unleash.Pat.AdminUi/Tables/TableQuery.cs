using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Unleash.Pat.AdminUi.Tables;

/// <summary>The query parameters for a table's order, search and page, so that an address can be shared.</summary>
internal static class TableQuery
{
    public const string Sort = "sort";
    public const string Order = "order";
    public const string Search = "search";
    public const string Page = "page";

    // The service's offset cannot reach further pages.
    private const int LastPage = 1_000_000;

    /// <summary>The page in the address; the first if the value is not a number.</summary>
    /// <remarks>Blazor would fail the whole page on an invalid value of a parameter of type <see cref="int"/>.</remarks>
    public static int ParsePage(string? page) =>
        int.TryParse(page, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, LastPage) : 1;

    extension(NavigationManager navigation)
    {
        /// <summary>Sets query parameters without a new entry in the browser's history.</summary>
        public void SetQuery(params ReadOnlySpan<(string Name, string? Value)> values) => navigation.ChangeQuery(values, replace: true);

        /// <summary>Sets query parameters with a new entry in the browser's history, so that its Back button undoes it.</summary>
        public void AddQuery(params ReadOnlySpan<(string Name, string? Value)> values) => navigation.ChangeQuery(values, replace: false);

        private void ChangeQuery(ReadOnlySpan<(string Name, string? Value)> values, bool replace)
        {
            var parameters = new Dictionary<string, object?>();
            foreach (var (name, value) in values)
            {
                parameters[name] = string.IsNullOrEmpty(value) ? null : value;
            }

            navigation.NavigateTo(navigation.GetUriWithQueryParameters(parameters), replace: replace);
        }

        /// <summary>Goes to a page; the first has no parameter in the address.</summary>
        public void GoToPage(int page) => navigation.SetQuery((Page, page > 1 ? $"{page}" : null));
    }
}
