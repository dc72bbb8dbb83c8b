using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Unleash.Pat.Api.Http.Exports;

/// <summary>Some of the items of an export.</summary>
/// <param name="Items">The items, which can be none though others follow.</param>
/// <param name="Next">Where the next ones begin; <see langword="null"/> after the last.</param>
internal sealed record ExportBatch<TItem, TPosition>(IReadOnlyList<TItem> Items, TPosition? Next)
    where TPosition : class;

/// <summary>Writes items to the response while they are read, some at a time.</summary>
/// <param name="format">How they are written.</param>
/// <param name="read">Reads those that follow a position.</param>
internal sealed class ExportResult<TItem, TPosition>(
    IExportFormat<TItem> format, Func<TPosition?, CancellationToken, Task<ExportBatch<TItem, TPosition>>> read) : IActionResult
    where TPosition : class
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        var cancellationToken = context.HttpContext.RequestAborted;

        // Before the headers are sent, so that a database that cannot be read is still an error.
        var batch = await read(null, cancellationToken);
        response.ContentType = format.ContentType;
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = format.FileName }.ToString();
        if (HttpMethods.IsHead(context.HttpContext.Request.Method))
        {
            return;
        }

        await using var writer = format.CreateWriter(response.Body);
        await writer.WriteAsync(batch.Items, cancellationToken);
        while (batch.Next is not null)
        {
            batch = await read(batch.Next, cancellationToken);
            await writer.WriteAsync(batch.Items, cancellationToken);
        }
    }
}
