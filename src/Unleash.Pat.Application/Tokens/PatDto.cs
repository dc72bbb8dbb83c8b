using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Application.Tokens;

/// <summary>A token as its holder may see it (docs/api.md, section 1).</summary>
/// <param name="Id">At least 1.</param>
/// <param name="Description">What its holder calls it.</param>
/// <param name="ExpiresAt">It is dead from this instant on.</param>
/// <param name="CreatedAt">When it was issued.</param>
/// <param name="SeenAt">When it last authenticated a request.</param>
/// <param name="UserId">The account it belongs to.</param>
/// <param name="ExpiryWarning">What its holder should be told now.</param>
public sealed record PatDto(
    long Id,
    string Description,
    DateTimeOffset ExpiresAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset? SeenAt,
    long UserId,
    ExpiryWarning ExpiryWarning)
{
    internal static PatDto From(PersonalAccessToken pat, DateTimeOffset now, PatOptions options) => new(
        pat.Id,
        pat.Description,
        pat.ExpiresAt,
        pat.CreatedAt,
        pat.SeenAt,
        pat.UserId,
        pat.WarningAt(now, options.NotificationDays));

    internal static IReadOnlyList<PatDto> From(
        IEnumerable<PersonalAccessToken> pats, DateTimeOffset now, PatOptions options) =>
        [.. pats.Select(pat => From(pat, now, options))];
}
