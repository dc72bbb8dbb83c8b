namespace Unleash.Pat.Application.Tokens;

/// <summary>What every request for a token says, whoever is to hold it.</summary>
internal interface IPatRequest
{
    /// <summary>What its holder calls it; <see langword="null"/> lets the service name it.</summary>
    string? Description { get; }

    /// <summary>When it dies; <see langword="null"/> takes the default lifetime.</summary>
    DateTimeOffset? ExpiresAt { get; }
}
