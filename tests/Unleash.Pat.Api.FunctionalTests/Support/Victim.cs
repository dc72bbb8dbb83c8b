namespace Unleash.Pat.Api.FunctionalTests.Support;

/// <summary>A token whose right is taken away.</summary>
/// <param name="Secret">The token.</param>
/// <param name="Use">What is asked with it.</param>
/// <param name="Refused">The answer once the right is taken away; 200 before.</param>
/// <param name="Revocation">Takes the right away, by a node.</param>
internal sealed record Victim(string Secret, string Use, int Refused, Func<ServiceClient, Task<Answer>> Revocation)
{
    /// <summary>The time after which no other node and no other service accepts it.</summary>
    public static readonly TimeSpan Promise = TimeSpan.FromSeconds(1);

    public Task<Answer> GetAsync(ServiceClient service, string path) => service.WithAuthorization($"Bearer {Secret}").GetAsync(path);

    public async Task<int> StatusAsync(ServiceClient service) => (await GetAsync(service, Use)).Status;

    public async Task RevokeAsync(ServiceClient node)
    {
        var answer = await Revocation(node);
        answer.Status.ShouldBe(200, answer.Body);
    }
}
