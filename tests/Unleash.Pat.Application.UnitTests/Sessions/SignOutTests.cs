using Moq;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Sessions;
using Unleash.Pat.Application.UnitTests.Support;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.UnitTests.Sessions;

/// <summary>docs/api.md, section 3, <c>POST /logout</c>: the session is ended on the server, and that is recorded.</summary>
public sealed class SignOutTests : IDisposable
{
    private static readonly LiveSession Session = new(11, new Caller(7, "ann@example.com", RootRole.Viewer), UseCases.Now);

    private readonly UseCases _service = new();

    [Fact]
    public async Task The_session_is_ended_with_its_event()
    {
        var ended = new List<(long Id, AuditEvent SignedOut)>();
        _service.Sessions
            .Setup(sessions => sessions.EndAsync(
                It.IsAny<long>(), It.IsAny<SignInEventData>(), It.IsAny<AuditStamp>(), TestContext.Current.CancellationToken))
            .Callback((long id, SignInEventData data, AuditStamp audit, CancellationToken _) => ended.Add((id, audit.With(data))))
            .ReturnsAsync(true);

        await _service.Send(new SignOutCommand(Session));

        ended.ShouldHaveSingleItem().ShouldBe((11, new AuditEvent(
            "user-signed-out", "ann@example.com", 7, UseCases.Now, new SignInEventData("192.0.2.7", "curl/8.5.0"))));
    }

    [Fact]
    public async Task A_request_without_credentials_has_no_session_to_end()
    {
        _service.CurrentUser.Caller = null;

        await Refusal.ThrowAsync(ErrorKind.UnauthorizedError, () => _service.Send(new SignOutCommand(Session)));

        _service.VerifyNoHandlerRan();
    }

    public void Dispose() => _service.Dispose();
}
