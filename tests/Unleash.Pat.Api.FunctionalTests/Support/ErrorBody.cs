namespace Unleash.Pat.Api.FunctionalTests.Support;

/// <summary>The form of every error (docs/api.md, section 4).</summary>
public sealed record ErrorBody(Guid Id, string Name, string Message, IReadOnlyList<ErrorBodyDetail> Details);

/// <summary>One fault.</summary>
public sealed record ErrorBodyDetail(string Message, string? Path);
