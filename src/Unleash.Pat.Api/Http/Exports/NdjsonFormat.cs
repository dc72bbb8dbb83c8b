using System.Text.Json;

namespace Unleash.Pat.Api.Http.Exports;

/// <summary>JSON, one object a line.</summary>
/// <param name="toSchema">Makes the object of an item, as the JSON of a page has it.</param>
internal sealed class NdjsonFormat<TItem, TSchema>(string fileName, Func<TItem, TSchema> toSchema) : IExportFormat<TItem>
{
    public string ContentType => ExportMedia.Ndjson;

    public string FileName => fileName;

    public IExportWriter<TItem> CreateWriter(Stream stream) => new Writer(stream, toSchema);

    private sealed class Writer(Stream stream, Func<TItem, TSchema> toSchema) : IExportWriter<TItem>
    {
        private static readonly JsonSerializerOptions Options = WireJson.CreateOptions();
        private static readonly byte[] EndOfLine = "\n"u8.ToArray();

        public async Task WriteAsync(IReadOnlyList<TItem> items, CancellationToken cancellationToken)
        {
            foreach (var item in items)
            {
                await JsonSerializer.SerializeAsync(stream, toSchema(item), Options, cancellationToken);
                await stream.WriteAsync(EndOfLine, cancellationToken);
            }

            await stream.FlushAsync(cancellationToken);
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
