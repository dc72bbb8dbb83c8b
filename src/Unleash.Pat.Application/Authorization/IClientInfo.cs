namespace Unleash.Pat.Application.Authorization;

/// <summary>Where the request that is being handled came from.</summary>
public interface IClientInfo
{
    /// <summary>The maximum length of <see cref="UserAgent"/>.</summary>
    const int UserAgentMaxLength = 255;

    /// <summary>The client's IP address; <see langword="null"/> outside a request.</summary>
    string? Address { get; }

    /// <summary>The <c>User-Agent</c> header, cut after <see cref="UserAgentMaxLength"/> characters.</summary>
    string? UserAgent { get; }
}
