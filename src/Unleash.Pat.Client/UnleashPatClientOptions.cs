namespace Unleash.Pat.Client;

/// <summary>Where the service is, and who calls it.</summary>
public sealed class UnleashPatClientOptions
{
    /// <summary>
    /// The service's address, its base path included: <c>https://unleash.example.com/pat</c>. Required.
    /// </summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>
    /// The personal access token, or admin token, that every request carries. Default: none, which leaves the
    /// operations that take no credentials, and those that a session opens. Read for every request, so that a new one
    /// is used without a restart where the configuration is reloaded.
    /// </summary>
    public string? Token { get; set; }

    /// <summary>
    /// Whether the session that <see cref="IUnleashPatClient.LoginAsync"/> begins is kept and sent with later requests.
    /// Default: <see langword="false"/>, because all users of one registration share it. A browser keeps its sessions
    /// itself, whatever this says.
    /// </summary>
    public bool KeepsSession { get; set; }
}
