namespace Unleash.Pat.Client;

/// <summary>Where the service is, and who calls it.</summary>
public sealed class UnleashPatClientOptions
{
    /// <summary>
    /// The service's address, its base path included: <c>https://unleash.example.com/pat</c>, with or without a slash at
    /// the end. Required.
    /// </summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>
    /// The personal access token, or admin token, that every request carries. Default: none, which leaves the
    /// operations that take no credentials, and those that a session opens. Read for every request, so that a new one
    /// is used without a restart where the configuration is reloaded. White space around it, as a file's last line has,
    /// is not sent.
    /// </summary>
    public string? Token { get; set; }

    /// <summary>
    /// Whether the session that <see cref="IAccountClient.SignInAsync"/> begins is kept and sent with later requests.
    /// Default: <see langword="false"/>, because all users of one registration share it. A browser keeps its sessions
    /// itself, whatever this says.
    /// </summary>
    public bool KeepsSession { get; set; }

    /// <summary>
    /// What the application calls itself, for example <c>my-app/1.2</c>. It is sent in <c>User-Agent</c> before the
    /// client's own name and version. Default: nothing. A browser sends its own.
    /// </summary>
    public string? UserAgent { get; set; }
}
