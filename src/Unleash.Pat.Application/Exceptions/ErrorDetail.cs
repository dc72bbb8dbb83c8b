namespace Unleash.Pat.Application.Exceptions;

/// <summary>One fault of a request.</summary>
/// <param name="Message">What is wrong, in words.</param>
/// <param name="Path">Where: <c>/body/description</c>, <c>/params/id</c>, <c>/query/limit</c>; or nowhere in particular.</param>
public sealed record ErrorDetail(string Message, string? Path = null);
