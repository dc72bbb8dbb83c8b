namespace Unleash.Pat.TestSupport.BigDatabases;

/// <summary>How many rows a generated database has, beside its first administrator.</summary>
/// <param name="Accounts">Users and service accounts.</param>
/// <param name="ServiceAccounts">How many of them are service accounts; they come last.</param>
/// <param name="Tokens">Personal access tokens, spread evenly over the accounts.</param>
/// <param name="Events">Events of many types.</param>
/// <param name="Seed">What the secrets of the tokens are derived from.</param>
public sealed record BigDatabaseSize(int Accounts, int ServiceAccounts, long Tokens, long Events, string Seed)
{
    /// <summary>What cannot be generated, in a sentence; <see langword="null"/> where all can.</summary>
    public string? Fault => this switch
    {
        { Accounts: < 0 } or { ServiceAccounts: < 0 } or { Tokens: < 0 } or { Events: < 0 } => "No number can be negative.",
        { Accounts: 0, Tokens: > 0 } => "Tokens need accounts.",
        _ when ServiceAccounts > Accounts => "There cannot be more service accounts than accounts.",
        _ => null,
    };
}
