using Moq;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Application.UnitTests.Support;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Application.UnitTests.Behaviours;

/// <summary>docs/api.md, section 1.1, the order of the checks: permission, disabled, rules, and only then the database.</summary>
public sealed class PipelineTests : IDisposable
{
    private static readonly CreatePatCommand Bad = new("", UseCases.Now);
    private static readonly CreatePatCommand Good = new("mine", null);

    private readonly UseCases _switchedOff = new(("Pats:Enabled", "false"));
    private readonly UseCases _service = new();

    [Fact]
    public Task Missing_credentials_are_refused_before_all_else() => Refuses(ErrorKind.UnauthorizedError, _switchedOff, null, service => service.Send(Bad));

    [Fact]
    public Task A_credential_without_account_is_refused_before_the_switch_is_asked() =>
        Refuses(ErrorKind.NoAccessError, _switchedOff, FakeCurrentUser.AdminToken, service => service.Send(Bad));

    [Fact]
    public Task A_missing_permission_is_told_before_a_broken_rule() =>
        Refuses(ErrorKind.NoAccessError, _service, FakeCurrentUser.Ann, service => service.Send(new GetEventsQuery(new EventFilter(), new EventSlice(0, -1))));

    [Fact]
    public Task What_is_switched_off_is_told_before_a_broken_rule() =>
        Refuses(ErrorKind.NotFoundError, _switchedOff, FakeCurrentUser.Ann, service => service.Send(Bad));

    [Fact]
    public Task A_broken_rule_is_told_before_the_database_is_asked() => Refuses(ErrorKind.BadDataError, _service, FakeCurrentUser.Ann, service => service.Send(Bad));

    [Fact]
    public async Task All_broken_rules_are_told_at_once()
    {
        var refusal = await Refusal.ThrowAsync(ErrorKind.BadDataError, () => _service.Send(Bad));

        refusal.Details.Select(detail => detail.Message)
            .ShouldBe(["PAT description cannot be empty.", "The expiry date should be in future."]);
    }

    [Fact]
    public async Task What_passes_is_handled_once()
    {
        await _service.Send(Good);

        _service.Pats.Verify(
            pats => pats.CreateAsync(
                It.IsAny<NewPat>(), 10, It.IsAny<AuditStamp>(), TestContext.Current.CancellationToken),
            Times.Once);
    }

    [Fact]
    public async Task Switched_off_nothing_is_created() =>
        await Refuses(ErrorKind.NotFoundError, _switchedOff, FakeCurrentUser.Ann, service => service.Send(Good));

    [Fact]
    public async Task Switched_off_what_exists_can_still_be_revoked()
    {
        await _switchedOff.Send(new DeletePatCommand(5));

        _switchedOff.Cache.Verify(cache => cache.EvictToken(5), Times.Once);
    }

    public void Dispose()
    {
        _switchedOff.Dispose();
        _service.Dispose();
    }

    private static async Task Refuses(ErrorKind kind, UseCases service, Caller? caller, Func<UseCases, Task> send)
    {
        service.CurrentUser.Caller = caller;

        await Refusal.ThrowAsync(kind, () => send(service));

        service.VerifyNoHandlerRan();
    }
}
