using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Unleash.Pat.Application.Inventory;

namespace Unleash.Pat.Api.Inventory;

/// <summary>Writes tokens as CSV while they are read, some at a time.</summary>
/// <param name="read">Reads those that follow a position.</param>
internal sealed class InventoryCsvResult(Func<InventoryPosition?, CancellationToken, Task<InventoryPage>> read) : IActionResult
{
    private const string MediaType = "text/csv; charset=utf-8";
    private const string FileName = "personal-access-tokens.csv";

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        var cancellationToken = context.HttpContext.RequestAborted;

        // Before the headers are sent, so that a database that cannot be read is still an error.
        var page = await read(null, cancellationToken);
        response.ContentType = MediaType;
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = FileName }.ToString();
        if (HttpMethods.IsHead(context.HttpContext.Request.Method))
        {
            return;
        }

        await using var csv = InventoryCsv.To(response.Body);
        await csv.WriteAsync(page.Tokens, cancellationToken);
        while (page.Next is not null)
        {
            page = await read(page.Next, cancellationToken);
            await csv.WriteAsync(page.Tokens, cancellationToken);
        }
    }
}
