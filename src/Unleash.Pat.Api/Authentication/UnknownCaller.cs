namespace Unleash.Pat.Api.Authentication;

/// <summary>A feature of requests with credentials that could not be verified, because the database is away.</summary>
internal sealed class UnknownCaller;
