namespace Unleash.Pat.Application.Importing;

/// <summary>What an import took, changed and left, or would.</summary>
public sealed record ImportReport(
    string Source, bool IsDryRun, ImportCounts Users, ImportCounts ServiceAccounts, ImportCounts Tokens, IReadOnlyList<ImportNote> Notes);

/// <summary>The numbers of one kind.</summary>
public sealed record ImportCounts
{
    /// <summary>Taken, changed ones included.</summary>
    public int Taken { get; internal set; }

    /// <summary>Taken, but not as they were.</summary>
    public int Changed { get; internal set; }

    /// <summary>Taken by an earlier import.</summary>
    public int Earlier { get; internal set; }

    /// <summary>Not taken.</summary>
    public int Left { get; internal set; }
}

/// <summary>What was changed in something that was taken, or why something was left.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">What names it at the source.</param>
/// <param name="Name">What people know it by.</param>
/// <param name="Text">A sentence.</param>
public sealed record ImportNote(ImportedKind Kind, string Id, string Name, ImportOutcome Outcome, string Text);

/// <summary>What is imported.</summary>
public enum ImportedKind
{
    User = 0,
    ServiceAccount,
    Token,
}

/// <summary>What an import did with something.</summary>
public enum ImportOutcome
{
    Changed = 0,
    Left,
}
