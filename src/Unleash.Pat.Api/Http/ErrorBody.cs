using Unleash.Pat.Application.Exceptions;

namespace Unleash.Pat.Api.Http;

/// <summary>Makes the error form of docs/api.md, section 4 of a refusal.</summary>
internal static class ErrorBody
{
    public static ApiError Of(UnleashException refusal, Guid id)
    {
        var details = ApiError.DetailsOf(refusal);
        return refusal is NoCredentialsException hint
            ? new SignInHint
            {
                Id = id,
                Name = refusal.Name,
                Message = refusal.Message,
                Details = details,
                Path = hint.Path,
                Type = hint.Type,
            }
            : new ApiError { Id = id, Name = refusal.Name, Message = refusal.Message, Details = details };
    }
}
