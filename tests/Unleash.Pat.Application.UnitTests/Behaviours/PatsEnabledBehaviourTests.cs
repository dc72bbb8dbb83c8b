using MediatR;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Behaviours;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Application.UnitTests.Support;

namespace Unleash.Pat.Application.UnitTests.Behaviours;

/// <summary>docs/api.md, section 1.1: <c>Pats:Enabled=false</c>.</summary>
public class PatsEnabledBehaviourTests
{
    private int _handled;

    [Fact]
    public async Task Switched_off_tokens_are_not_found()
    {
        var refusal = await Refusal.ThrowAsync(ErrorKind.NotFoundError, () => Send(new PersonalAndPermitted(), enabled: false));

        refusal.Message.ShouldBe("PATs are disabled.");
        _handled.ShouldBe(0);
    }

    [Fact]
    public async Task Switched_on_they_pass() =>
        (await Send(new PersonalAndPermitted(), enabled: true)).ShouldBe("handled");

    [Fact]
    public async Task What_is_no_matter_of_tokens_passes() =>
        (await Send(new Personal(), enabled: false)).ShouldBe("handled");

    private async Task<string> Send<TRequest>(TRequest request, bool enabled)
        where TRequest : IRequest<string> =>
        await new PatsEnabledBehaviour<TRequest, string>(Options.Create(new PatOptions { Enabled = enabled })).Handle(
            request,
            TestContext.Current.CancellationToken,
            () =>
            {
                _handled++;
                return Task.FromResult("handled");
            });
}
