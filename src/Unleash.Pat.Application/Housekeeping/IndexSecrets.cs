using Unleash.Pat.Application.Tokens;

namespace Unleash.Pat.Application.Housekeeping;

/// <summary>
/// Adds new secrets to the index of all selectors, many at a time: in a large one, each change would write a page that no
/// other change writes (docs/decisions/0056-secrets-are-indexed-in-batches.md).
/// </summary>
internal sealed class IndexSecrets(IPatRepository pats) : IChore
{
    public string Name => "indexed secrets";

    public int BatchSize => 1_000;

    public bool IsRoutine => true;

    public Task<int> RunBatchAsync(CancellationToken cancellationToken) => pats.IndexSecretsAsync(BatchSize, cancellationToken);
}
