using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.TestSupport.BigDatabases;

/// <summary>The tokens of a generated database, by their number. Each pass over the accounts gives every account one token.</summary>
internal sealed class GeneratedTokens(BigDatabaseSize size, GeneratedAccounts accounts, DateTimeOffset now)
{
    private const int ExpiredEvery = 20;
    private const int UnusedEvery = 4;

    private static readonly TimeSpan Oldest = TimeSpan.FromDays(365);
    private static readonly TimeSpan ShortestLeft = TimeSpan.FromDays(30);

    private static readonly string[] Uses =
        ["laptop", "deploy from CI", "nightly report", "terraform", "dashboards", "migration of 2025", "phone", "backup", "grafana"];

    private readonly byte[] _seed = SHA256.HashData(Encoding.UTF8.GetBytes(size.Seed));

    public RowTable Rows => new(
        "personal_access_tokens",
        [
            ("id", typeof(long)), ("user_id", typeof(long)), ("slot", typeof(int)), ("description", typeof(string)),
            ("description_key", typeof(byte[])), ("search_key", typeof(string)), ("created_at", typeof(DateTimeOffset)),
            ("expires_at", typeof(DateTimeOffset)), ("seen_at", typeof(DateTimeOffset)),
        ],
        Numbers(size.Tokens).Select(Row));

    /// <param name="written">Receives the number of each token that is written and its secret.</param>
    public RowTable Secrets(Action<long, TokenSecret> written) => new(
        "pat_secrets",
        [
            ("selector", typeof(string)), ("token_id", typeof(long)), ("number", typeof(int)), ("verifier", typeof(byte[])),
            ("created_at", typeof(DateTimeOffset)),
        ],
        Numbers(size.Tokens).Select(number => Secret(number, written)));

    /// <summary>Whether a token authenticates.</summary>
    public static bool IsLive(long number) => number % ExpiredEvery != 0;

    public static IEnumerable<long> Numbers(long count)
    {
        for (long number = 0; number < count; number++)
        {
            yield return number;
        }
    }

    /// <summary>The secret of a token: a hash of the seed and the number.</summary>
    public TokenSecret SecretOf(long number)
    {
        Span<byte> counted = stackalloc byte[SHA256.HashSizeInBytes + sizeof(long)];
        _seed.CopyTo(counted);
        BitConverter.TryWriteBytes(counted[SHA256.HashSizeInBytes..], number);
        Span<byte> random = stackalloc byte[SHA512.HashSizeInBytes];
        SHA512.HashData(counted, random);
        return TokenSecret.FromBytes(random[..TokenSecret.RandomBytes]);
    }

    public static TokenDescription DescriptionOf(long number, long slot) => TokenDescription.Create(
        string.Create(CultureInfo.InvariantCulture, $"{Uses[number % Uses.Length]} {slot}"));

    private object?[] Row(long number)
    {
        var slot = (number / size.Accounts) + 1;
        var description = DescriptionOf(number, slot);
        return
        [
            number + 1, accounts.IdOf(number % size.Accounts), (int)slot, description.Value, description.ToKey(),
            SearchKey.Of(description.Value), CreatedAt(number), ExpiresAt(number),
            number % UnusedEvery == 0 ? null : now - TimeSpan.FromSeconds(number % 5_000_000),
        ];
    }

    private object?[] Secret(long number, Action<long, TokenSecret> written)
    {
        var secret = SecretOf(number);
        written(number, secret);
        return [secret.Selector, number + 1, 1, secret.Verifier(), CreatedAt(number)];
    }

    private DateTimeOffset ExpiresAt(long number) => IsLive(number)
        ? now + ShortestLeft + TimeSpan.FromHours(number % 17_520)
        : now - TimeSpan.FromMinutes(1 + (number % 1_000));

    private DateTimeOffset CreatedAt(long number)
    {
        var (created, expires) = (now - (Oldest * (1 - ((double)number / size.Tokens))), ExpiresAt(number));
        return created < expires ? created : expires - TimeSpan.FromDays(1);
    }
}
