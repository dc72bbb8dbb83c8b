using Dapper;
using Unleash.Pat.Application.Housekeeping;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

internal sealed class LeaseStore(Database database) : ILeaseStore
{
    private static string Take(ISqlDialect dialect) => $"""
        UPDATE leases SET holder = @Holder, ends_at = @EndsAt WHERE name = @Name AND (holder = @Holder OR ends_at <= @Now OR ends_at > @Impossible);
        SELECT {dialect.RowsChanged};
        """;

    public async Task<bool> TryTakeAsync(
        string name, string holder, DateTimeOffset now, DateTimeOffset endsAt, CancellationToken cancellationToken)
    {
        var parameters = new DynamicParameters();
        parameters.Add("Name", Sql.Text(name, ILeaseStore.MaxHolderLength));
        parameters.Add("Holder", Sql.Text(holder, ILeaseStore.MaxHolderLength));
        parameters.Add("Now", now);
        parameters.Add("EndsAt", endsAt);
        // A node that gives its lease up must not take one that another has taken over.
        parameters.Add("Impossible", endsAt > now ? endsAt + (endsAt - now) : ExpiryPolicy.EndOfTime);
        return await database.WriteAsync(Take(database.Dialect), parameters, Repetition.Safe, cancellationToken) > 0;
    }
}
