namespace Unleash.Pat.Api.Http.Exports;

/// <summary>A form in which a list is exported.</summary>
internal interface IExportFormat<in TItem>
{
    string ContentType { get; }

    string FileName { get; }

    IExportWriter<TItem> CreateWriter(Stream stream);
}

/// <summary>Writes items to a stream, and what stands before them.</summary>
internal interface IExportWriter<in TItem> : IAsyncDisposable
{
    /// <summary>Writes further items, and sends them.</summary>
    Task WriteAsync(IReadOnlyList<TItem> items, CancellationToken cancellationToken);
}
