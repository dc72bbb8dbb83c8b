using Unleash.Pat.Application;

namespace Unleash.Pat.Api.Http.Exports;

/// <summary>In which form a list is wanted: by <c>format</c> in the query, else by the header <c>Accept</c>.</summary>
/// <remarks>A link in a page cannot send a header, and a browser writes what a link leads to straight to the disk.</remarks>
internal static class ExportForm
{
    private const string Json = "json";

    private static readonly (string Name, string MediaType)[] Names = [("csv", ExportMedia.Csv), ("ndjson", ExportMedia.Ndjson)];

    /// <summary>The media type of the export that is wanted.</summary>
    /// <param name="request">The request.</param>
    /// <param name="format">The parameter; an empty one counts as absent.</param>
    /// <param name="mediaTypes">The exports that there are.</param>
    /// <returns><see langword="null"/> for a page.</returns>
    /// <exception cref="RefusedException">There is no such form.</exception>
    public static string? Of(HttpRequest request, string? format, params IReadOnlyList<string> mediaTypes)
    {
        if (string.IsNullOrEmpty(format))
        {
            return AcceptedMedia.Preferred(request, mediaTypes);
        }

        var offered = Names.Where(form => mediaTypes.Contains(form.MediaType)).ToList();
        return format == Json ? null
            : offered.Find(form => form.Name == format).MediaType
            ?? throw RefusedException.BrokenSchema(Errors.PropertyInvalid(
                "/query/format", $"must be one of {string.Join(", ", offered.Select(form => form.Name).Append(Json))}", JsonText.Quote(format)));
    }
}
