using Microsoft.Extensions.Options;
using Moq;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Application.UnitTests.Support;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Application.UnitTests.Tokens;

/// <summary>docs/api.md, sections 1.2 and 1.3: the caller's tokens, and no other account's.</summary>
public sealed class GetPatTests : IDisposable
{
    private readonly UseCases _service = new();

    [Fact]
    public async Task One_of_the_accounts_tokens_is_shown()
    {
        _service.Pats.Setup(pats => pats.FindAsync(7, 5, TestContext.Current.CancellationToken)).ReturnsAsync(Pats.OfAnn);

        (await _service.Send(new GetPatQuery(5))).ShouldBe(Pats.OfAnn);
    }

    [Fact]
    public async Task What_is_not_the_accounts_is_not_found()
    {
        _service.Pats.Setup(pats => pats.FindAsync(8, 5, It.IsAny<CancellationToken>())).ReturnsAsync(Pats.OfAnn);

        var refusal = await Refusal.ThrowAsync(ErrorKind.NotFoundError, () => _service.Send(new GetPatQuery(5)));

        refusal.Message.ShouldBe("Could not find the PAT with ID \"5\".");
    }

    [Fact]
    public async Task All_of_the_accounts_tokens_are_shown_in_the_databases_order_expired_ones_included()
    {
        var expired = Pats.OfAnn with { Id = 6, ExpiresAt = UseCases.Now };
        var expiring = Pats.OfAnn with { Id = 9, ExpiresAt = UseCases.Now.AddDays(3) };
        _service.Pats.Setup(pats => pats.GetAllAsync(7, TestContext.Current.CancellationToken))
            .ReturnsAsync([Pats.OfAnn, expired, expiring]);

        var shown = await _service.Send(new GetPatsQuery());

        shown.ShouldBe([Pats.OfAnn, expired, expiring]);
        shown.Select(Warning).ShouldBe([ExpiryWarning.None, ExpiryWarning.Expired, ExpiryWarning.ExpiresSoon]);
    }

    [Fact]
    public void The_warning_follows_the_clock()
    {
        _service.Clock.SetUtcNow(Pats.OfAnn.ExpiresAt.AddMilliseconds(-1));
        Warning(Pats.OfAnn).ShouldBe(ExpiryWarning.ExpiresSoon);
        _service.Clock.SetUtcNow(Pats.OfAnn.ExpiresAt);
        Warning(Pats.OfAnn).ShouldBe(ExpiryWarning.Expired);
    }

    public void Dispose() => _service.Dispose();

    private ExpiryWarning Warning(PersonalAccessToken pat) =>
        _service.Get<IOptions<PatOptions>>().Value.WarningAbout(pat, _service.Clock.GetUtcNow());
}
