using Dapper;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

/// <summary>Expired sessions.</summary>
internal sealed partial class SessionRepository
{
    private const string SelectExpired = "SELECT id FROM sessions WHERE expires_at <= @ExpiredBy ORDER BY expires_at";

    public Task<int> DeleteExpiredAsync(DateTimeOffset expiredBy, int limit, CancellationToken cancellationToken)
    {
        var parameters = new DynamicParameters();
        parameters.Add("ExpiredBy", expiredBy);
        parameters.AddPage(limit, offset: 0);
        return database.WriteAsync(
            transaction => transaction.ExecuteAsync(
                $"DELETE FROM sessions WHERE id IN ({database.Dialect.Page(SelectExpired)})", parameters, cancellationToken),
            cancellationToken);
    }
}
