using System.Globalization;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Importing;

/// <summary>One import: decides for each account what is taken, and stores it.</summary>
internal sealed class ImportRun(
    string source,
    bool isDryRun,
    int maxPerUser,
    IImportRepository imports,
    IPatRepository pats,
    Caller caller,
    TimeProvider time)
{
    // A name or a place can be taken by the running service between the decision and the transaction.
    private const int Attempts = 5;

    private readonly List<ImportNote> _notes = [];
    private readonly ImportCounts[] _counts = [new(), new(), new()];

    // What a dry run would have stored, for the accounts after it.
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _selectors = new(StringComparer.Ordinal);

    public ImportReport Report => new(source, isDryRun, _counts[0], _counts[1], _counts[2], _notes);

    public async Task ImportAsync(SourceAccount account, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var plan = await PlanAsync(account, cancellationToken);
            if (plan.Import is null || isDryRun || await imports.AddAsync(plan.Import, cancellationToken))
            {
                Count(plan);
                return;
            }

            if (attempt == Attempts)
            {
                throw new ServiceUnavailableException(new TimeoutException($"{account} changes faster than it can be imported."));
            }
        }
    }

    private async Task<ImportPlan> PlanAsync(SourceAccount account, CancellationToken cancellationToken)
    {
        var now = UtcMilliseconds.UtcNow(time);
        var plan = new ImportPlan(account);
        var key = ImportKey.OfAccount(source, account.Id);
        var earlier = await imports.FindAccountAsync(key, cancellationToken);
        var mapped = AccountMapping.Map(account, now);
        var left = earlier switch
        {
            { Exists: false } => "It was imported before, and deleted here since.",
            { } => null,
            _ => mapped.Left ?? await FindConflictAsync(mapped.User!, cancellationToken),
        };
        if (left is not null)
        {
            plan.LeaveAccount(left);
            return plan;
        }

        plan.TakeAccount(mapped, isEarlier: earlier is not null);
        var held = earlier is null ? [] : await pats.GetAllAsync(earlier.Id, cancellationToken);
        var tokens = await PlanTokensAsync(
            plan, account, held.Select(pat => pat.Description.Value).ToHashSet(StringComparer.Ordinal), held.Count, cancellationToken);
        if (earlier is null || tokens.Count > 0)
        {
            var audit = AuditStamp.By(caller, EventType.UserCreated, now);
            plan.Import = new(key, From(account.Id), earlier?.Id, earlier is null ? mapped.User : null, tokens, maxPerUser, audit);
        }

        return plan;
    }

    private async Task<string?> FindConflictAsync(NewUser user, CancellationToken cancellationToken)
    {
        foreach (var (what, name) in new[] { ("username", user.Username), ("e-mail address", user.Email) })
        {
            if (name is not null && await imports.FindHolderAsync(name, cancellationToken) is { } holder)
            {
                return string.Create(CultureInfo.InvariantCulture, $"The {what} belongs to account {holder} here.");
            }

            if (name is not null && _names.Contains(AccountName.Key(name)))
            {
                return $"The {what} belongs to another account of this import.";
            }
        }

        return null;
    }

    private async Task<List<NewImportedToken>> PlanTokensAsync(
        ImportPlan plan, SourceAccount account, HashSet<string> descriptions, int held, CancellationToken cancellationToken)
    {
        var taken = new List<NewImportedToken>();

        // Where not all find a place, those that still work do.
        var now = time.GetUtcNow();
        foreach (var token in account.Tokens.OrderBy(token => token.ExpiresAt <= now))
        {
            if (token.Credential is not { } credential)
            {
                plan.LeaveToken(token, TokenMapping.UnknownForm);
                continue;
            }

            var key = ImportKey.OfToken(credential.Selector);
            var earlier = await imports.FindTokenAsync(key, credential.Selector, cancellationToken);
            if (earlier is { Exists: true })
            {
                plan.FindTokenEarlier();
            }
            else if (earlier is not null)
            {
                plan.LeaveToken(token, "It was imported before, and revoked here since.");
            }
            else if (_selectors.Contains(credential.Selector) || taken.Exists(other => other.Pat.Selector == credential.Selector))
            {
                plan.LeaveToken(token, "Another token of this import has the same secret.");
            }
            else if (held + taken.Count >= maxPerUser)
            {
                plan.LeaveToken(token, string.Create(CultureInfo.InvariantCulture, $"The account holds {maxPerUser} tokens, which is the most (Pats:MaxPerUser)."));
            }
            else
            {
                var changes = new List<string>();
                taken.Add(new(key, From(token.Id), TokenMapping.Map(token, credential, descriptions, now, changes)));
                plan.TakeToken(token, changes);
            }
        }

        return taken;
    }

    private string From(string id) => $"{source}, {id}";

    private void Count(ImportPlan plan)
    {
        plan.AddTo(_counts, _notes);
        _names.UnionWith(new[] { plan.Import?.User?.Username, plan.Import?.User?.Email }.OfType<string>().Select(AccountName.Key));
        _selectors.UnionWith(plan.Import?.Tokens.Select(token => token.Pat.Selector) ?? []);
    }
}
