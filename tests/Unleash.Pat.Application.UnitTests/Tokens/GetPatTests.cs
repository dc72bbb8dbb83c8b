using Moq;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Application.UnitTests.Support;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Application.UnitTests.Tokens;

/// <summary>docs/api.md, sections 1.2 and 1.3: the current account's tokens, and nobody else's.</summary>
public sealed class GetPatTests : IDisposable
{
    private readonly UseCases _service = new();

    [Fact]
    public async Task One_of_the_accounts_tokens_is_shown()
    {
        _service.Pats.Setup(pats => pats.FindAsync(7, 5, TestContext.Current.CancellationToken)).ReturnsAsync(Pats.OfAnn);

        (await _service.Send(new GetPatQuery(5))).ShouldBe(new PatDto(
            5, "mine", Pats.OfAnn.ExpiresAt, Pats.OfAnn.CreatedAt, Pats.OfAnn.SeenAt, 7, ExpiryWarning.None));
    }

    [Fact]
    public async Task What_is_not_the_accounts_is_not_found()
    {
        _service.Pats.Setup(pats => pats.FindAsync(8, 5, It.IsAny<CancellationToken>())).ReturnsAsync(Pats.OfAnn);

        var refusal = await Refusal.ThrowAsync(ErrorKind.NotFoundError, () => _service.Send(new GetPatQuery(5)));

    }

    [Fact]
    public async Task All_of_the_accounts_tokens_are_shown_in_the_databases_order_expired_ones_included()
    {
        var expired = Pats.OfAnn with { Id = 6, ExpiresAt = UseCases.Now };
        var expiring = Pats.OfAnn with { Id = 9, ExpiresAt = UseCases.Now.AddDays(3) };
        _service.Pats.Setup(pats => pats.GetAllAsync(7, TestContext.Current.CancellationToken))
            .ReturnsAsync([Pats.OfAnn, expired, expiring]);

        var shown = await _service.Send(new GetPatsQuery());

        shown.Select(pat => (pat.Id, pat.ExpiryWarning)).ShouldBe(
            [(5, ExpiryWarning.None), (6, ExpiryWarning.Expired), (9, ExpiryWarning.ExpiresSoon)]);
    }

    [Fact]
    public async Task The_warning_follows_the_clock()
    {
        _service.Pats.Setup(pats => pats.FindAsync(7, 5, It.IsAny<CancellationToken>())).ReturnsAsync(Pats.OfAnn);

        _service.Clock.SetUtcNow(Pats.OfAnn.ExpiresAt.AddMilliseconds(-1));
        (await _service.Send(new GetPatQuery(5))).ExpiryWarning.ShouldBe(ExpiryWarning.ExpiresSoon);
        _service.Clock.SetUtcNow(Pats.OfAnn.ExpiresAt);
        (await _service.Send(new GetPatQuery(5))).ExpiryWarning.ShouldBe(ExpiryWarning.Expired);
    }

    public void Dispose() => _service.Dispose();
}
