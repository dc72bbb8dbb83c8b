using Moq;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Application.UnitTests.Support;

namespace Unleash.Pat.Application.UnitTests.Tokens;

/// <summary>docs/api.md, section 1.4: idempotent, for one's own tokens only, and dead before the answer leaves.</summary>
public sealed class DeletePatTests : IDisposable
{
    private readonly UseCases _service = new();
    private readonly List<AuditStamp> _recorded = [];
    private readonly List<string> _steps = [];

    public DeletePatTests()
    {
        _service.Pats
            .Setup(pats => pats.DeleteAsync(7, 5, It.IsAny<AuditStamp>(), It.IsAny<CancellationToken>()))
            .Callback((long _, long _, AuditStamp audit, CancellationToken _) => _recorded.Add(audit))
            .ReturnsAsync(() =>
            {
                _steps.Add("revoked");
                return true;
            });
        _service.Cache.Setup(cache => cache.EvictToken(5)).Callback(() => _steps.Add("forgotten"));
    }

    [Fact]
    public async Task The_token_is_revoked_with_an_event_of_who_what_and_when()
    {
        await _service.Send(new DeletePatCommand(5));

        _recorded.ShouldHaveSingleItem().ShouldBe(new AuditStamp("pat-deleted", "ann@example.com", 7, UseCases.Now));
    }

    [Fact]
    public async Task The_token_is_forgotten_after_it_is_revoked_and_before_the_answer()
    {
        await _service.Send(new DeletePatCommand(5));

        _steps.ShouldBe(["revoked", "forgotten"]);
    }

    [Fact]
    public async Task What_is_not_the_accounts_is_forgotten_all_the_same()
    {
        _service.Pats
            .Setup(pats => pats.DeleteAsync(7, 5, It.IsAny<AuditStamp>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(false);

        await _service.Send(new DeletePatCommand(5));

        _steps.ShouldBe(["forgotten"]);
    }

    [Fact]
    public async Task A_token_is_forgotten_even_when_its_revocation_fails()
    {
        _service.Pats
            .Setup(pats => pats.DeleteAsync(7, 5, It.IsAny<AuditStamp>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new ServiceUnavailableException(new TimeoutException()));

        await Should.ThrowAsync<ServiceUnavailableException>(() => _service.Send(new DeletePatCommand(5)));

        _steps.ShouldBe(["forgotten"]);
    }

    public void Dispose() => _service.Dispose();
}
