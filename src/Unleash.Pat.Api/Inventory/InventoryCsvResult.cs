using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Unleash.Pat.Application.Inventory;

namespace Unleash.Pat.Api.Inventory;

/// <summary>Writes tokens as CSV while they are read, some at a time.</summary>
internal sealed class InventoryCsvResult(IAsyncEnumerable<InventoryToken> tokens) : IActionResult
{
    private const string MediaType = "text/csv; charset=utf-8";
    private const string FileName = "personal-access-tokens.csv";

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        var cancellationToken = context.HttpContext.RequestAborted;

        // Before the headers are sent, so that a database that cannot be read is still an error.
        await using var rows = tokens.GetAsyncEnumerator(cancellationToken);
        var hasRow = await rows.MoveNextAsync();
        response.ContentType = MediaType;
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = FileName }.ToString();
        if (HttpMethods.IsHead(context.HttpContext.Request.Method))
        {
            return;
        }

        await using var csv = InventoryCsv.To(response.Body);
        while (hasRow)
        {
            await csv.WriteAsync(rows.Current, cancellationToken);
            hasRow = await rows.MoveNextAsync();
        }
    }
}
