using Moq;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Application.UnitTests.Support;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Application.UnitTests.Tokens;

/// <summary>docs/api.md, section 1.4: idempotent, for one's own tokens only, and dead before the answer leaves.</summary>
public sealed class DeletePatTests : IDisposable
{
    private readonly UseCases _service = new();
    private readonly List<AuditEvent> _recorded = [];

    public DeletePatTests() => _service.Pats
        .Setup(pats => pats.DeleteAsync(Pats.OfAnn, It.IsAny<AuditStamp>(), It.IsAny<CancellationToken>()))
        .Callback((PersonalAccessToken pat, AuditStamp audit, CancellationToken _) =>
            _recorded.Add(audit.With(PatEventData.From(pat, audit))))
        .ReturnsAsync(true);

    [Fact]
    public async Task The_token_is_revoked_with_an_event_of_who_what_and_when()
    {
        Finding(Pats.OfAnn);

        await _service.Send(new DeletePatCommand(5));

        var deleted = _recorded.ShouldHaveSingleItem();
        deleted.Type.ShouldBe("pat-deleted");
        deleted.CreatedBy.ShouldBe("ann@example.com");
        deleted.CreatedByUserId.ShouldBe(7);
        deleted.CreatedAt.ShouldBe(UseCases.Now);
        deleted.Data.ShouldBe(new PatEventData(5, "mine", Pats.OfAnn.ExpiresAt, Pats.OfAnn.Selector) { Secure = true });
    }

    [Fact]
    public async Task The_token_is_forgotten_after_it_is_revoked_and_before_the_answer()
    {
        var steps = new List<string>();
        Finding(Pats.OfAnn);
        _service.Pats
            .Setup(pats => pats.DeleteAsync(Pats.OfAnn, It.IsAny<AuditStamp>(), It.IsAny<CancellationToken>()))
            .Callback(() => steps.Add("revoked"))
            .ReturnsAsync(true);
        _service.Cache.Setup(cache => cache.EvictToken(5)).Callback(() => steps.Add("forgotten"));

        await _service.Send(new DeletePatCommand(5));

        steps.ShouldBe(["revoked", "forgotten"]);
    }

    [Fact]
    public async Task What_is_not_the_accounts_changes_nothing_and_is_forgotten_all_the_same()
    {
        Finding(null);

        await _service.Send(new DeletePatCommand(5));

        _recorded.ShouldBeEmpty();
        VerifyForgotten();
    }

    [Fact]
    public async Task A_token_is_forgotten_even_when_its_revocation_fails()
    {
        Finding(Pats.OfAnn);
        _service.Pats
            .Setup(pats => pats.DeleteAsync(Pats.OfAnn, It.IsAny<AuditStamp>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new ServiceUnavailableException(new TimeoutException()));

        await Should.ThrowAsync<ServiceUnavailableException>(() => _service.Send(new DeletePatCommand(5)));

        VerifyForgotten();
    }

    [Fact]
    public async Task A_token_is_forgotten_even_when_it_cannot_be_looked_up()
    {
        _service.Pats.Setup(pats => pats.FindAsync(7, 5, It.IsAny<CancellationToken>()))
            .ThrowsAsync(new ServiceUnavailableException(new TimeoutException()));

        await Should.ThrowAsync<ServiceUnavailableException>(() => _service.Send(new DeletePatCommand(5)));

        _recorded.ShouldBeEmpty();
        VerifyForgotten();
    }

    public void Dispose() => _service.Dispose();

    private void Finding(PersonalAccessToken? pat) => _service.Pats
        .Setup(pats => pats.FindAsync(7, 5, TestContext.Current.CancellationToken))
        .ReturnsAsync(pat);

    private void VerifyForgotten() => _service.Cache.Verify(cache => cache.EvictToken(5), Times.Once);
}
