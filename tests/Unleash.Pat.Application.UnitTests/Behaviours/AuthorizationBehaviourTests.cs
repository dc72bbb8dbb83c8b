using MediatR;
using Unleash.Pat.Application.Behaviours;
using Unleash.Pat.Application.UnitTests.Support;

namespace Unleash.Pat.Application.UnitTests.Behaviours;

/// <summary>docs/api.md, section 5, and the first three rows of the table in section 1.1.</summary>
public class AuthorizationBehaviourTests
{
    private readonly FakeCurrentUser _current = new();
    private int _handled;

    [Fact]
    public async Task A_request_without_credentials_is_told_to_log_in()
    {
        _current.Caller = null;

        var refusal = await Refusal.ThrowAsync(ErrorKind.UnauthorizedError, () => Send(new PersonalAndPermitted()));

        refusal.Message.ShouldBe("You must log in to use Unleash.");
        _handled.ShouldBe(0);
    }

    [Fact]
    public async Task A_missing_permission_is_named()
    {
        var refusal = await Refusal.ThrowAsync(ErrorKind.NoAccessError, () => Send(new Administrative()));

        refusal.Message.ShouldBe("You need the \"ADMIN\" permission to perform this action.");
        _handled.ShouldBe(0);
    }

    [Fact]
    public async Task An_admin_token_has_no_account_and_is_refused_what_needs_one_by_the_permissions_name()
    {
        _current.Caller = FakeCurrentUser.AdminToken;

        var refusal = await Refusal.ThrowAsync(ErrorKind.NoAccessError, () => Send(new PersonalAndPermitted()));

        refusal.Message.ShouldBe("You need the \"CREATE_PAT\" permission to perform this action.");
        _handled.ShouldBe(0);
    }

    [Fact]
    public async Task An_admin_token_is_refused_what_needs_an_account_and_no_permission()
    {
        _current.Caller = FakeCurrentUser.AdminToken;

        await Refusal.ThrowAsync(ErrorKind.NoAccessError, () => Send(new Personal()));

        _handled.ShouldBe(0);
    }

    [Fact]
    public async Task An_admin_token_administers()
    {
        _current.Caller = FakeCurrentUser.AdminToken;

        (await Send(new Administrative())).ShouldBe("handled");
    }

    [Fact]
    public async Task A_caller_with_the_permission_passes()
    {
        (await Send(new PersonalAndPermitted())).ShouldBe("handled");
        (await Send(new Personal())).ShouldBe("handled");
        _handled.ShouldBe(2);
    }

    [Fact]
    public async Task A_request_that_states_nothing_is_refused_even_to_the_administrator()
    {
        _current.Caller = FakeCurrentUser.Administrator;

        var refusal = await Should.ThrowAsync<InvalidOperationException>(() => Send(new Forgetful()));

        refusal.Message.ShouldContain(nameof(Forgetful));
        _handled.ShouldBe(0);
    }

    [Fact]
    public async Task An_exempt_request_passes_without_credentials()
    {
        _current.Caller = null;

        (await Send(new OpenToAll())).ShouldBe("handled");
    }

    // A behaviour may refuse at once or by its task; for those who await it the two are one.
    private async Task<string> Send<TRequest>(TRequest request)
        where TRequest : IRequest<string> =>
        await new AuthorizationBehaviour<TRequest, string>(_current).Handle(
            request,
            TestContext.Current.CancellationToken,
            () =>
            {
                _handled++;
                return Task.FromResult("handled");
            });
}
