using Moq;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.UnitTests.Support;
using Unleash.Pat.Application.Sessions;
using Unleash.Pat.Domain.Events;

namespace Unleash.Pat.Application.UnitTests.Sessions;

/// <summary>Threat: whoever was wrongly taken for a user stays signed in.</summary>
public sealed class UnlinkUsersTests : IDisposable
{
    private readonly UseCases _service = new();

    [Fact]
    public async Task All_users_are_unlinked_in_batches_and_signed_out_once_each()
    {
        _service.CurrentUser.Caller = FakeCurrentUser.Administrator;
        _service.Identities
            .SetupSequence(identities => identities.UnlinkAsync(null, 100, It.IsAny<AuditStamp>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync([.. Enumerable.Range(1, 100).Select(id => (long)id)])
            .ReturnsAsync([100, 101]);

        (await _service.Send(new UnlinkUsersCommand(UserId: null))).ShouldBe(101);

        _service.Sessions.Verify(
            sessions => sessions.EndOfUserAsync(
                It.IsAny<long>(), null, It.Is<AuditStamp>(audit => audit.Type == EventType.SessionsEnded), It.IsAny<CancellationToken>()),
            Times.Exactly(101));
    }

    public void Dispose() => _service.Dispose();
}
