using System.Runtime.CompilerServices;

namespace Unleash.Pat.Client;

internal sealed class EventsClient(WireClient wire) : IEventsClient
{
    private const int PageSize = 500;

    public async IAsyncEnumerable<AuditEvent> ListAsync(
        AuditEventFilter? filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = long.MaxValue;
        Page<AuditEvent> page;
        for (var offset = 0; ; offset += page.Items.Count)
        {
            page = await GetPageAsync(offset, PageSize, filter, cancellationToken).ConfigureAwait(false);

            // An event that happens meanwhile moves the others on, and those at the border come again.
            foreach (var happened in page.Items.Where(happened => happened.Id < last))
            {
                last = happened.Id;
                yield return happened;
            }

            if (page.Items.Count == 0 || offset + page.Items.Count >= page.Total)
            {
                yield break;
            }
        }
    }

    public async Task<Page<AuditEvent>> GetPageAsync(
        int offset, int limit, AuditEventFilter? filter, CancellationToken cancellationToken)
    {
        var page = await wire.GetEventsAsync(filter?.Type, limit, offset, filter?.UserId, cancellationToken).ConfigureAwait(false);
        return new Page<AuditEvent>(page.Events, page.TotalEvents);
    }
}
