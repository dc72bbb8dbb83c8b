using System.Text.Json.Serialization;
using Unleash.Pat.Application;

namespace Unleash.Pat.Api.Http;

/// <summary>The form of every error.</summary>
[AlsoDocuments(
    typeof(SignInHint),
    nameof(SignInHint.Path),
    nameof(SignInHint.Type),
    nameof(SignInHint.DefaultHidden),
    nameof(SignInHint.Options))]
public record ApiError
{
    /// <summary>The ID of the error instance. The service's log has it too.</summary>
    /// <example>9c40958a-daac-400e-98fb-3bb438567008</example>
    public required Guid Id { get; init; }

    /// <summary>The name of the error kind.</summary>
    /// <example>NotFoundError</example>
    public required string Name { get; init; }

    /// <summary>A description of what went wrong.</summary>
    public required string Message { get; init; }

    /// <summary>The single faults: all of them, and the message itself where there are no others.</summary>
    public required IReadOnlyList<ApiErrorDetail> Details { get; init; }

    internal static IReadOnlyList<ApiErrorDetail> DetailsOf(RefusedException exception) =>
        [.. exception.Details.Select(detail => new ApiErrorDetail(detail.Message, detail.Path))];
}

/// <summary>One fault of a request.</summary>
/// <param name="Message">What is wrong.</param>
/// <param name="Path">Where, as a JSON pointer into <c>body</c>, <c>params</c> or <c>query</c>; absent where nowhere in particular.</param>
public sealed record ApiErrorDetail(
    string Message,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Path);
