using Unleash.Pat.TestSupport;

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

    /// <summary>Sends a request, again where the database is too busy: many are sent at once.</summary>
    public static Task<Answer> PatientlyAsync(Func<Task<Answer>> send) =>
        Eventually.GetAsync(send, answer => answer.Status != 503, null, TestContext.Current.CancellationToken);

    public async Task RevokeAsync(ServiceClient node)
    {
        var answer = await PatientlyAsync(() => Revocation(node));
        answer.Status.ShouldBe(200, answer.Body);
    }

    public async Task ShouldBeAcceptedAsync(ServiceClient service) =>
        (await PatientlyAsync(() => GetAsync(service, Use))).Status.ShouldBe(200);

    public async Task ShouldBeRefusedAsync(ServiceClient service) =>
        (await PatientlyAsync(() => GetAsync(service, Use))).Status.ShouldBe(Refused);
}
