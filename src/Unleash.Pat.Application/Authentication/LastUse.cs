namespace Unleash.Pat.Application.Authentication;

/// <summary>The last use of a token or a session.</summary>
/// <param name="Id">The token among those of its kind, or the session.</param>
/// <param name="From">The source of the request, as <see cref="NetworkSource"/> writes it; <see langword="null"/> where it is not known.</param>
public readonly record struct LastUse(long Id, DateTimeOffset UsedAt, string? From = null);
