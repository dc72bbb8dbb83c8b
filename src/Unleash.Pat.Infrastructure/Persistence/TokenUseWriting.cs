using Unleash.Pat.Infrastructure.Authentication;

namespace Unleash.Pat.Infrastructure.Persistence;

internal static class TokenUseWriting
{
    /// <summary>Writes a batch of uses down in one transaction.</summary>
    /// <param name="database">Where.</param>
    /// <param name="statement">The kind's own; takes <c>@Id</c> and <c>@SeenAt</c>.</param>
    /// <param name="uses">The batch.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    public static Task MarkSeenAsync(
        this Database database, string statement, IReadOnlyList<TokenUse> uses, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async transaction =>
            {
                foreach (var use in uses)
                {
                    await transaction.ExecuteAsync(statement, new { Id = use.TokenId, use.SeenAt }, cancellationToken);
                }

                return uses.Count;
            },
            cancellationToken);
}
