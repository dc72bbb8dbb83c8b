using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Importing;

/// <summary>What is done with one account and its tokens, and what the report says of it.</summary>
internal sealed class ImportPlan(SourceAccount account)
{
    private const int MostShown = 100;

    private readonly List<ImportNote> _notes = [];
    private readonly ImportCounts _account = new();
    private readonly ImportCounts _tokens = new();

    /// <summary>What is stored, if anything.</summary>
    public NewImport? Import { get; set; }

    private ImportedKind Kind =>
        account.AccountType == AccountType.ServiceAccount ? ImportedKind.ServiceAccount : ImportedKind.User;

    public void LeaveAccount(string why)
    {
        _account.Left = 1;
        _tokens.Left = account.Tokens.Count;
        var tokens = account.Tokens.Count > 0 ? $" Its tokens are left with it: {account.Tokens.Count}." : "";
        Note(Kind, account.Id, account.ToString(), ImportOutcome.Left, why + tokens);
    }

    public void TakeAccount(MappedAccount mapped, bool isEarlier)
    {
        if (isEarlier)
        {
            _account.Earlier = 1;
            return;
        }

        _account.Taken = 1;
        _account.Changed = mapped.Changes.Count > 0 ? 1 : 0;
        NoteChanges(Kind, account.Id, account.ToString(), mapped.Changes);
    }

    public void FindTokenEarlier() => _tokens.Earlier++;

    public void LeaveToken(SourceToken token, string why)
    {
        _tokens.Left++;
        Note(ImportedKind.Token, token.Id, NameOf(token), ImportOutcome.Left, why);
    }

    public void TakeToken(SourceToken token, IReadOnlyList<string> changes)
    {
        _tokens.Taken++;
        _tokens.Changed += changes.Count > 0 ? 1 : 0;
        NoteChanges(ImportedKind.Token, token.Id, NameOf(token), changes);
    }

    public void AddTo(ImportCounts[] counts, List<ImportNote> notes)
    {
        Add(counts[(int)Kind], _account);
        Add(counts[(int)ImportedKind.Token], _tokens);
        notes.AddRange(_notes);
    }

    private string NameOf(SourceToken token) =>
        $"{(token.Description?.Length > MostShown ? token.Description[..MostShown] + "…" : token.Description)} of {account}".TrimStart();

    private void NoteChanges(ImportedKind kind, string id, string name, IReadOnlyList<string> changes)
    {
        foreach (var change in changes)
        {
            Note(kind, id, name, ImportOutcome.Changed, change);
        }
    }

    private void Note(ImportedKind kind, string id, string name, ImportOutcome outcome, string text) =>
        _notes.Add(new(kind, id, name, outcome, text));

    private static void Add(ImportCounts sum, ImportCounts more)
    {
        sum.Taken += more.Taken;
        sum.Changed += more.Changed;
        sum.Earlier += more.Earlier;
        sum.Left += more.Left;
    }
}
