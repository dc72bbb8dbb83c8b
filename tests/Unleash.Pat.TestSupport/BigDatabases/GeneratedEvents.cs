using System.Globalization;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Sessions;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Users;
using Unleash.Pat.Infrastructure.Persistence;

namespace Unleash.Pat.TestSupport.BigDatabases;

/// <summary>The event log of a generated database: frequent types, a rare one, and accounts in no order.</summary>
internal sealed class GeneratedEvents(
    BigDatabaseSize size, long firstId, GeneratedAccounts accounts, GeneratedTokens tokens, DateTimeOffset now)
{
    private const long RareEvery = 100_000;
    private const long Stride = 7_919;

    private static readonly TimeSpan Oldest = TimeSpan.FromDays(3 * 365);

    private static readonly string[] Agents =
        ["Mozilla/5.0 (X11; Linux x86_64) Firefox/145.0", "Mozilla/5.0 (Macintosh) Safari/605.1.15", "curl/8.14.1"];

    public RowTable Rows => new(
        "events",
        [
            ("id", typeof(long)), ("type", typeof(string)), ("created_by", typeof(string)), ("created_by_user_id", typeof(long)),
            ("created_at", typeof(DateTimeOffset)), ("data", typeof(string)), ("pre_data", typeof(string)),
            ("subject_user_id", typeof(long)), ("token_id", typeof(long)),
        ],
        GeneratedTokens.Numbers(size.Events).Select(Row));

    private object?[] Row(long number)
    {
        var at = now - (Oldest * (1 - ((double)number / size.Events)));
        var entry = number % RareEvery == RareEvery - 1 || size.Accounts == 0
            ? AuditStamp.BySystem(EventType.UserCreated, at).With(new UserEventData(number, "somebody", null, null, RootRole.Viewer.Id)).About(number)
            : OfAccount(number, (int)(number * Stride % size.Accounts), at);
        return
        [
            firstId + number, entry.Type, entry.CreatedBy, entry.CreatedByUserId, at, EventSql.ToJson(entry.Data),
            EventSql.ToJson(entry.PreData), entry.SubjectUserId, entry.TokenId,
        ];
    }

    private AuditEvent OfAccount(long number, int account, DateTimeOffset at)
    {
        AuditStamp By(string type) => new(type, accounts.AuditNameOf(account), accounts.IdOf(account), at);
        return (number % 20) switch
        {
            < 9 => By(EventType.PatCreated).With(Pat(number)).About(accounts.IdOf(account), number + 1),
            < 16 => By(EventType.UserSignedIn).With(Client(number)),
            < 18 => By(EventType.PatDeleted).With(Pat(number)).About(accounts.IdOf(account), number + 1),
            18 => By(EventType.UserSignInFailed).With(Client(number)),
            _ => By(EventType.UserUpdated).With(
                Named(account, "New Name"), Named(account, "Old Name")),
        };
    }

    private PatEventData Pat(long number) => new(
        number + 1, GeneratedTokens.DescriptionOf(number, 1).Value, now, tokens.SecretOf(number).Selector);

    private UserEventData Named(int account, string name) =>
        new(accounts.IdOf(account), accounts.AuditNameOf(account), null, name, RootRole.Viewer.Id);

    private static SignInEventData Client(long number) => new(
        string.Create(CultureInfo.InvariantCulture, $"192.0.2.{number % 254}"), Agents[number % Agents.Length]);
}
