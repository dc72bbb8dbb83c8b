using System.Globalization;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.TestSupport.BigDatabases;

/// <summary>The accounts of a generated database, by their number.</summary>
internal sealed class GeneratedAccounts(BigDatabaseSize size, long firstId, string passwordHash, DateTimeOffset now)
{
    private const int EditorEvery = 20;

    private static readonly TimeSpan Oldest = TimeSpan.FromDays(3 * 365);
    private static readonly TimeSpan SeenWithin = TimeSpan.FromDays(60);

    private static readonly string[] FirstNames =
    [
        "Ada", "Björn", "Chloé", "Dmitri", "Elena", "Farid", "Grace", "Hiroshi", "Inés", "Jürgen", "Kofi", "Linnéa", "Mateo",
        "Nadia", "Oluwaseun", "Priya", "Quentin", "Rosa", "Søren", "Tariq", "Ursula", "Viktor", "Wanjiru", "Xiomara", "Yusuf",
        "Zoë",
    ];

    private static readonly string[] LastNames =
    [
        "Almeida", "Bergström", "Castillo", "Dubois", "Eriksen", "Fernández", "García", "Hansen", "Ivanova", "Jansen",
        "Kowalski", "Lindqvist", "Müller", "Nakamura", "O'Brien", "Petrov", "Quispe", "Rossi", "Schäfer", "Tanaka", "Ueda",
        "Varga", "Weiß", "Xu", "Yılmaz", "Zhang", "Okafor", "Silva", "Novák", "Haddad", "Mbeki",
    ];

    private static readonly string[] Systems =
        ["billing", "deploy", "search", "mail", "ledger", "reports", "gateway", "catalogue", "crawler", "backup"];

    public RowTable Users => new(
        "users",
        [
            ("id", typeof(long)), ("account_type", typeof(string)), ("username", typeof(string)), ("email", typeof(string)),
            ("name", typeof(string)), ("search_key", typeof(string)), ("sort_key", typeof(string)), ("root_role", typeof(int)),
            ("password_hash", typeof(string)), ("login_attempts", typeof(int)), ("created_at", typeof(DateTimeOffset)), ("seen_at", typeof(DateTimeOffset)),
        ],
        Enumerable.Range(0, size.Accounts).Select(UserRow));

    public RowTable Names => new(
        "account_names",
        [("name_key", typeof(string)), ("user_id", typeof(long))],
        Enumerable.Range(0, size.Accounts).SelectMany(NamesOf));

    public long IdOf(long number) => firstId + number;

    /// <summary>The account's name in the event log.</summary>
    public string AuditNameOf(int number) =>
        User.NameForAudit(IdOf(number), UsernameOf(number), IsServiceAccount(number) ? null : EmailOf(number));

    private bool IsServiceAccount(int number) => number >= size.Accounts - size.ServiceAccounts;

    private static string FirstOf(int number) => FirstNames[number % FirstNames.Length];

    private static string LastOf(int number) => LastNames[number / FirstNames.Length % LastNames.Length];

    private string UsernameOf(int number) => IsServiceAccount(number)
        ? string.Create(CultureInfo.InvariantCulture, $"{Systems[number % Systems.Length]}-{number:D7}")
        : Username.Prepare(string.Create(
            CultureInfo.InvariantCulture, $"{FirstOf(number).ToLowerInvariant()}{number:D7}"));

    private static string EmailOf(int number) => AccountName.Address(string.Create(
        CultureInfo.InvariantCulture, $"{FirstOf(number)}.{LastOf(number).Replace("'", "", StringComparison.Ordinal)}.{number:D7}@example.com"));

    private string NameOf(int number) => IsServiceAccount(number)
        ? string.Create(CultureInfo.InvariantCulture, $"{Systems[number % Systems.Length]} of team {number % 97}")
        : $"{FirstOf(number)} {LastOf(number)}";

    private object?[] UserRow(int number)
    {
        var isServiceAccount = IsServiceAccount(number);
        var (username, name) = (UsernameOf(number), NameOf(number));
        var email = isServiceAccount ? null : EmailOf(number);
        var role = number % EditorEvery == 0 ? RootRole.Editor : RootRole.Viewer;
        return
        [
            IdOf(number), (isServiceAccount ? AccountType.ServiceAccount : AccountType.User).ToName(), username, email, name,
            SearchKey.Of(username, name, email), SearchKey.ForSorting(username, AccountName.MaxLength), role.Id, isServiceAccount ? null : passwordHash, 0,
            now - (Oldest * (1 - ((double)number / size.Accounts))),
            isServiceAccount || number % 3 == 0 ? null : now - (SeenWithin * ((double)(number % 1009) / 1009)),
        ];
    }

    private IEnumerable<object?[]> NamesOf(int number) => new[] { UsernameOf(number), IsServiceAccount(number) ? null : EmailOf(number) }
        .OfType<string>()
        .Select(AccountName.Key)
        .Distinct()
        .Select(key => new object?[] { key, IdOf(number) });
}
