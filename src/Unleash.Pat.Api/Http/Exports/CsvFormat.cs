using CsvHelper;
using Unleash.Pat.Application;

namespace Unleash.Pat.Api.Http.Exports;

/// <summary>CSV (RFC 4180).</summary>
/// <remarks>
/// Threat: a user calls a token <c>=HYPERLINK(…)</c>, and the administrator's spreadsheet runs it. So a cell that begins like
/// a formula gets an apostrophe in front.
/// </remarks>
internal sealed class CsvFormat<TItem>(string fileName, params IReadOnlyList<(string Name, Func<TItem, object?> Value)> columns)
    : IExportFormat<TItem>
{
    private static readonly CsvWriterOptions Options = CsvWriterOptions.Default with { Injection = CsvInjection.Escape };

    public string ContentType => "text/csv; charset=utf-8";

    public string FileName => fileName;

    public IExportWriter<TItem> CreateWriter(Stream stream)
    {
        var csv = CsvWriter.Create(stream, Options, leaveOpen: true);
        csv.WriteHeader([.. columns.Select(column => column.Name)]);
        return new Writer(csv, columns);
    }

    private sealed class Writer(CsvWriter csv, IReadOnlyList<(string Name, Func<TItem, object?> Value)> columns) : IExportWriter<TItem>
    {
        public async Task WriteAsync(IReadOnlyList<TItem> items, CancellationToken cancellationToken)
        {
            foreach (var item in items)
            {
                foreach (var (_, value) in columns)
                {
                    csv.WriteField(value(item));
                }

                await csv.EndRecordAsync(cancellationToken);
            }

            await csv.FlushAsync(cancellationToken);
        }

        public ValueTask DisposeAsync() => csv.DisposeAsync();
    }
}

/// <summary>Values as CSV has them.</summary>
internal static class CsvText
{
    public static string Of(bool value) => value ? "true" : "false";

    public static string? Of(DateTimeOffset? instant) => instant is { } given ? UtcMillisecondsJsonConverter.ToText(given) : null;
}
