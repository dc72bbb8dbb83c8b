using System.Net.Mime;

namespace Unleash.Pat.Api.Http.Exports;

/// <summary>The media types of exports.</summary>
internal static class ExportMedia
{
    public const string Csv = MediaTypeNames.Text.Csv;

    public const string Ndjson = "application/x-ndjson";
}
