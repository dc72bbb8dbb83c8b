using Unleash.Pat.Api.FunctionalTests.Support;

namespace Unleash.Pat.Api.FunctionalTests.OAuth;

/// <summary>The ways in which one token is verified.</summary>
internal sealed record TokenUses(ServiceClient Service, VerifierAccount Verifier, string Token)
{
    public static bool IsRefused(Answer answer) => answer.Status == 401 || answer.Body == """{"active":false}""";

    public Task<Answer[]> SendAsync() => Task.WhenAll(
        Verifier.Client.PostFormAsync(OAuthCalls.Introspect, ("token", Token)),
        Service.WithAuthorization(Token).GetAsync(OAuthCalls.Verify),
        Service.WithAuthorization(Token).GetAsync(ServiceClient.Me));
}
