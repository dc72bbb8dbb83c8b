using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Exceptions;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Application.UnitTests.Support;

namespace Unleash.Pat.Application.UnitTests.Tokens;

public sealed class IssuerLimitTests : IDisposable
{
    private readonly UseCases _service = new(("Pats:DefaultLifetime", "01:00:00"));

    private IssuerLimit Limit => _service.Get<IssuerLimit>();

    [Theory]
    [InlineData(30, 30)]
    [InlineData(60, 60)]
    [InlineData(90, 60)]
    public void Of_its_own_expiry_and_the_usual_one_the_earlier_is_taken(int ownMinutes, int minutes)
    {
        Authenticate(UseCases.Now.AddMinutes(ownMinutes));

        Limit.ExpiryOf(null, UseCases.Now).ShouldBe(UseCases.Now.AddMinutes(minutes));
    }

    [Fact]
    public void The_instant_itself_is_allowed_and_no_millisecond_more()
    {
        var own = UseCases.Now.AddSeconds(3);
        Authenticate(own);

        Limit.ExpiryOf(own.AddTicks(9_999), UseCases.Now).ShouldBe(own);
        Should.Throw<OperationDeniedException>(() => Limit.ExpiryOf(own.AddMilliseconds(1), UseCases.Now));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_token_that_has_died_meanwhile_creates_nothing(int seconds)
    {
        Authenticate(UseCases.Now.AddSeconds(seconds));

        Should.Throw<AuthenticationRequiredException>(() => Limit.ExpiryOf(null, UseCases.Now));
    }

    [Fact]
    public void Without_a_token_nothing_is_limited() =>
        Limit.ExpiryOf(DateTimeOffset.MaxValue, UseCases.Now).Year.ShouldBe(9999);

    public void Dispose() => _service.Dispose();

    private void Authenticate(DateTimeOffset expiresAt) =>
        _service.CurrentUser.Caller = FakeCurrentUser.Ann with { Token = new AuthenticatingToken(1, expiresAt) };
}
