using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Application.UnitTests.Support;

namespace Unleash.Pat.Application.UnitTests.Tokens;

public sealed class TokenExpiryTests : IDisposable
{
    private readonly UseCases _service = new(("Pats:DefaultLifetime", "01:00:00"));

    private TokenExpiry Expiry => _service.Get<TokenExpiry>();

    [Theory]
    [InlineData(30, 30)]
    [InlineData(60, 60)]
    [InlineData(90, 60)]
    public void Of_its_own_expiry_and_the_usual_one_the_earlier_is_taken(int ownMinutes, int minutes)
    {
        Authenticate(UseCases.Now.AddMinutes(ownMinutes));

        Expiry.Choose(null, UseCases.Now).ShouldBe(UseCases.Now.AddMinutes(minutes));
    }

    [Fact]
    public void The_instant_itself_is_allowed_and_no_millisecond_more()
    {
        var own = UseCases.Now.AddSeconds(3);
        Authenticate(own);

        Expiry.Choose(own.AddTicks(9_999), UseCases.Now).ShouldBe(own);
        Refusal.Throw(ErrorKind.OperationDeniedError, () => Expiry.Choose(own.AddMilliseconds(1), UseCases.Now));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_token_that_has_expired_meanwhile_creates_nothing(int seconds)
    {
        Authenticate(UseCases.Now.AddSeconds(seconds));

        Refusal.Throw(ErrorKind.UnauthorizedError, () => Expiry.Choose(null, UseCases.Now));
    }

    [Fact]
    public void Without_a_token_nothing_is_limited() =>
        Expiry.Choose(DateTimeOffset.MaxValue, UseCases.Now).Year.ShouldBe(9999);

    public void Dispose() => _service.Dispose();

    private void Authenticate(DateTimeOffset expiresAt) =>
        _service.CurrentUser.Caller = FakeCurrentUser.Ann with { Token = new AuthenticatingToken(1, expiresAt) };
}
