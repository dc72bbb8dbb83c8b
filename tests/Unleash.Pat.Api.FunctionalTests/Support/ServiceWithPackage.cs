using Microsoft.Extensions.DependencyInjection;
using Unleash.Pat.Api.FunctionalTests.OAuth;
using Unleash.Pat.TestSupport;

namespace Unleash.Pat.Api.FunctionalTests.Support;

/// <summary>Another service, which verifies tokens with Unleash.Pat.AspNetCore.</summary>
internal sealed class ServiceWithPackage : IAsyncDisposable
{
    // While the service hangs, each look takes so long.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly OtherService _service;
    private readonly PackageReadings _readings;

    private ServiceWithPackage(OtherService service)
    {
        _service = service;
        _readings = new PackageReadings(service.Services);
    }

    /// <param name="authority">Where it verifies.</param>
    /// <param name="verifier">Its credentials there.</param>
    public static async Task<ServiceWithPackage> StartAsync(Uri authority, VerifierAccount verifier) =>
        new(await OtherService.StartAsync(services => services.AddAuthentication().AddUnleashPat(options =>
        {
            (options.Authority, options.ClientId, options.ClientSecret) = (authority.AbsoluteUri, verifier.Username, verifier.Secret);
            options.BackchannelTimeout = Patience;
        })));

    /// <summary>What it answers to a token.</summary>
    /// <returns>Never 401 to a valid one.</returns>
    public Task<int> StatusAsync(Victim token) => token.StatusAsync(_service.Client);

    public Task<Answer> GetAsync(Victim token) => token.GetAsync(_service.Client, OAuthCalls.Verify);

    private long FromMemory => _readings.Of("unleash_pat.verifications.remembered");

    /// <summary>Waits until it verifies each of these valid tokens from memory. No other token is used meanwhile.</summary>
    public async Task UntilItRemembersAsync(IReadOnlyCollection<Victim> tokens) => await UntilAsync(
        async () =>
        {
            var before = FromMemory;
            await Task.WhenAll(tokens.Select(StatusAsync));
            return FromMemory - before;
        },
        tokens.Count);

    /// <summary>Waits until it refuses these tokens as it must when it has asked. Until then it may not know, but accepts none.</summary>
    public async Task UntilItRefusesAsync(IReadOnlyCollection<Victim> tokens) =>
        await Task.WhenAll(tokens.Select(token => UntilAsync(() => ShouldNotAcceptAsync(token), token.Refused)));

    /// <summary>Waits until it accepts these tokens. Until then it may not know, but refuses none.</summary>
    public async Task UntilItAcceptsAsync(IReadOnlyCollection<Victim> tokens) =>
        await Task.WhenAll(tokens.Select(token => UntilAsync(() => ShouldNotRefuseAsync(token), 200)));

    /// <summary>Looks once at a token that was revoked a second ago.</summary>
    public async Task<int> ShouldNotAcceptAsync(Victim token)
    {
        var status = await StatusAsync(token);
        status.ShouldBeOneOf(token.Refused, 503);
        return status;
    }

    /// <summary>Looks once at a valid token.</summary>
    public async Task<int> ShouldNotRefuseAsync(Victim token)
    {
        var status = await StatusAsync(token);
        status.ShouldBeOneOf(200, 503);
        return status;
    }

    public async ValueTask DisposeAsync()
    {
        _readings.Dispose();
        await _service.DisposeAsync();
    }

    private static async Task UntilAsync<T>(Func<Task<T>> look, T wanted) =>
        (await Eventually.GetAsync(look, seen => Equals(seen, wanted), null, TestContext.Current.CancellationToken)).ShouldBe(wanted);
}
