using System.Runtime.CompilerServices;
using Unleash.Pat.Application.Importing;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Api.Hosting.Administration.Importing;

/// <summary>Accounts and tokens of CSV files, which are read and checked whole before the first one is taken.</summary>
internal sealed class CsvSource(string users, string? tokens) : IImportSource
{
    private static readonly string[] Columns = ["accountType", "username", "email", "name", "role", "passwordHash", "createdAt", "seenAt"];

    public Task<string> GetNameAsync(CancellationToken cancellationToken) => Task.FromResult("csv");

    public async IAsyncEnumerable<SourceAccount> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var account in Read())
        {
            yield return account;
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private List<SourceAccount> Read()
    {
        var faults = new CsvFaults();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var accounts = CsvFile.Read(users, Columns, faults).Select(line => Account(line, names)).ToList();
        var ofAccounts = tokens is null ? null : CsvTokens.Read(tokens, names, faults);
        faults.ThrowIfAny();
        return [.. accounts.Select(account => account with { Tokens = [.. ofAccounts?[account.Id] ?? []] })];
    }

    private static SourceAccount Account(CsvLine line, Dictionary<string, string> names)
    {
        var type = line.Checked("accountType", text => text is "User" or "Service Account", "must be User or Service Account");
        var username = line.Checked("username", text => !AccountName.IsTooLong(text) && AccountName.IsUsername(text), "is no username");
        var email = line.Checked("email", text => !AccountName.IsTooLong(text) && AccountName.IsEmailAddress(text), "is no e-mail address");
        if (line["username"] is null && line["email"] is null)
        {
            line.Fault("username", "or email must have a value");
        }

        // The same in each run, whatever the order of the lines.
        var id = (username ?? email) is { } name ? AccountName.Key(name) : "";
        foreach (var (column, taken) in new[] { ("username", username), ("email", email) })
        {
            if (taken is not null && !names.TryAdd(AccountName.Key(taken), id) && (column == "username" || AccountName.Key(taken) != id))
            {
                line.Fault(column, "is that of another line");
            }
        }

        return new(
            id,
            type is null ? AccountType.User : AccountTypeName.Parse(type),
            username,
            email,
            line.Checked("name", text => text.Length <= AccountName.MaxLength && DisplayName.HidesNothing(text), "is too long or has invisible characters"),
            line.Checked("role", text => RootRole.All.Any(role => role.Name == text), "must be Admin, Editor or Viewer") ?? RootRole.Viewer.Name)
        {
            PasswordHash = line.Checked("passwordHash", ImportedPassword.IsSupported, "must be a bcrypt hash of a cost of 4 to 14"),
            CreatedAt = line.Instant("createdAt"),
            SeenAt = line.Instant("seenAt"),
        };
    }
}
