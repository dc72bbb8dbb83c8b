namespace Unleash.Pat.Application.Events.Chain.Verification;

/// <summary>What a verification of the event log found.</summary>
/// <param name="Checked">How many events of the database are sealed and were checked.</param>
/// <param name="NotSealed">How many are not sealed yet: their stamps alone were checked.</param>
/// <param name="BeginsAfter">The last event that was deleted by age; 0 where none was.</param>
/// <param name="Head">The newest event that is sealed.</param>
/// <param name="Archived">How many events of archives were checked.</param>
/// <param name="Heads">How many exported heads were found in the chain.</param>
/// <param name="OlderHeads">How many exported heads are older than what was checked.</param>
/// <param name="Faults">How many faults there are.</param>
/// <param name="Sentences">The first of them, each in a sentence.</param>
public sealed record EventLogReport(
    long Checked,
    long NotSealed,
    long BeginsAfter,
    ChainHead? Head,
    long Archived,
    int Heads,
    int OlderHeads,
    long Faults,
    IReadOnlyList<string> Sentences);
