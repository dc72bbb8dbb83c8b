using System.Text.Json.Serialization;
using Unleash.Pat.Application.Common.Exceptions;

namespace Unleash.Pat.Api.Errors;

/// <summary>The form of every answer from 400 on (contract section 4).</summary>
public record ApiError
{
    /// <summary>The id of this one error; the service's log has it too.</summary>
    public required Guid Id { get; init; }

    /// <summary>The kind of error.</summary>
    public required string Name { get; init; }

    /// <summary>What went wrong.</summary>
    public required string Message { get; init; }

    /// <summary>The single faults.</summary>
    public required IReadOnlyList<ApiErrorDetail> Details { get; init; }

    internal static IReadOnlyList<ApiErrorDetail> DetailsOf(UnleashException exception) =>
        [.. exception.Details.Select(detail => new ApiErrorDetail(detail.Message, detail.Path))];
}

/// <summary>One fault of a request.</summary>
/// <param name="Message">What is wrong.</param>
/// <param name="Path">Where, as a JSON pointer into <c>body</c>, <c>params</c> or <c>query</c>; absent where nowhere in particular.</param>
public sealed record ApiErrorDetail(
    string Message,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Path);
