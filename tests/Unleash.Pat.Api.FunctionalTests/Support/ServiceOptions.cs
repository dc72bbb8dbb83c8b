using Microsoft.Extensions.DependencyInjection;

namespace Unleash.Pat.Api.FunctionalTests.Support;

/// <summary>How a test wants its service.</summary>
public sealed record ServiceOptions
{
    /// <summary>Configuration over <see cref="TestService.Defaults"/>.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Keys of <see cref="TestService.Defaults"/> to leave out.</summary>
    public IReadOnlyList<string> Unset { get; init; } = [];

    /// <summary>The service's clock; the machine's where it is absent.</summary>
    public TimeProvider? Time { get; init; }

    /// <summary>Replaces what the service is made of.</summary>
    public Action<IServiceCollection>? Services { get; init; }

    /// <summary>Whether to pretend HTTPS; the requests then take no real connection.</summary>
    public bool Https { get; init; }
}
