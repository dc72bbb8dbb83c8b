using Microsoft.AspNetCore.Authentication;

namespace Unleash.Pat.AspNetCore;

/// <summary>Which service issues the tokens, and how what it says is remembered. Read once, when the program starts.</summary>
public sealed class UnleashPatOptions : AuthenticationSchemeOptions
{
    /// <summary>The service's address, with its base path where it has one. Required.</summary>
    public string? Authority { get; set; }

    /// <summary>The username of the service account as which this program asks about tokens. Required.</summary>
    public string? ClientId { get; set; }

    /// <summary>A token of that service account. Required. Keep it where secrets are kept, not in appsettings.json.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>
    /// Whether <see cref="Authority"/> must be https, unless it is this machine. Over plain http anybody on the way reads
    /// every token. Default: <see langword="true"/>.
    /// </summary>
    public bool RequireHttpsMetadata { get; set; } = true;

    /// <summary>
    /// For how long a valid token is remembered while revocations arrive; then the service is asked again. Longer saves
    /// questions and makes a changed name or e-mail address arrive later; a revocation arrives at once whatever this is.
    /// Zero asks each time. Default: 5 minutes.
    /// </summary>
    public TimeSpan RememberFor { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How many valid tokens are remembered; those that were not used for a while make room. About 1 KB each. Default:
    /// 100,000.
    /// </summary>
    public int MaxRemembered { get; set; } = 100_000;

    /// <summary>What happens while the service cannot be reached. Default: <see cref="WhenUnreachable.Refuse"/>.</summary>
    public WhenUnreachable WhenUnreachable { get; set; }

    /// <summary>
    /// How long after its last sign of life the service's remembered answers are accepted with
    /// <see cref="WhenUnreachable.TrustRemembered"/>: for so long a revoked token may still be accepted while the service
    /// is away. At most a day. Default: 15 minutes.
    /// </summary>
    public TimeSpan TrustFor { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// How long a verification may wait for the service in all; then it counts as unreachable. At most a minute. Default:
    /// 5 seconds.
    /// </summary>
    public TimeSpan BackchannelTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Sends the requests to the service, for example with a client certificate. Not used with <see cref="Backchannel"/>.</summary>
    public HttpMessageHandler? BackchannelHttpHandler { get; set; }

    /// <summary>
    /// Sends the requests to the service. It must not follow redirects, must not keep answers in a buffer, and must not
    /// log <c>Authorization</c> headers or bodies. Default: a client of the package's own.
    /// </summary>
    public HttpClient? Backchannel { get; set; }

    /// <summary>The claim that <c>User.Identity.Name</c> returns. Default: <c>name</c>.</summary>
    public string NameClaimType { get; set; } = UnleashPatClaimTypes.Name;
}
