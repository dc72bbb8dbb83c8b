using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Application.UnitTests.Support;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Application.UnitTests.Tokens;

/// <summary>docs/api.md, section 1.6: a token gives no scope that it lacks.</summary>
public sealed class GrantableScopesTests : IDisposable
{
    private readonly UseCases _service = new();

    private GrantableScopes Grantable => _service.Get<GrantableScopes>();

    [Theory]
    [InlineData("deploy:write", "deploy:write")]
    [InlineData("deploy:write", "")]
    [InlineData("api:write", "api:read")]
    [InlineData("api:write deploy:write", "deploy:write api:read api:write")]
    [InlineData("", "")]
    public void What_it_has_or_includes_can_be_given(string own, string given)
    {
        Authenticate(own);

        Grantable.Choose(given.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ShouldBe(TokenScopes.FromStored(given));
    }

    [Theory]
    [InlineData("api:read", "api:write", "api:write")]
    [InlineData("api:write", "api:read deploy:write", "deploy:write")]
    [InlineData("", "api:read", "api:read")]
    public void What_it_lacks_cannot_and_is_named(string own, string given, string missing)
    {
        Authenticate(own);

        Refusal.Throw(ErrorKind.NoAccessError, () => Grantable.Require(TokenScopes.FromStored(given)))
            .Message.ShouldBe($"A token cannot give a scope that it lacks itself: \"{missing}\".");
    }

    [Theory]
    [InlineData("")]
    [InlineData("api:write")]
    public void All_rights_cannot_be_given_nor_an_admin_token(string own)
    {
        Authenticate(own);

        Refusal.Throw(ErrorKind.NoAccessError, () => Grantable.Choose(null)).Error.ShouldBe(Errors.UnrestrictedNotHeld);
        Refusal.Throw(ErrorKind.NoAccessError, Grantable.RequireAll).Error.ShouldBe(Errors.AdminTokenByTokenWithScopes);
    }

    [Fact]
    public void An_unrestricted_token_and_a_session_give_everything()
    {
        foreach (var token in new[] { null, new AuthenticatingToken(1, UseCases.Now.AddDays(1)) })
        {
            _service.CurrentUser.Caller = FakeCurrentUser.Ann with { Token = token };

            Grantable.Choose(null).ShouldBeNull();
            Grantable.Choose(["api:write", "deploy:write"]).ShouldNotBeNull().Count.ShouldBe(2);
            Should.NotThrow(Grantable.RequireAll);
        }
    }

    public void Dispose() => _service.Dispose();

    private void Authenticate(string scopes) => _service.CurrentUser.Caller = FakeCurrentUser.Ann with
    {
        Token = new AuthenticatingToken(1, UseCases.Now.AddDays(1)) { Scopes = TokenScopes.FromStored(scopes) },
    };
}
