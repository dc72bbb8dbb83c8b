using Unleash.Pat.Application;

namespace Unleash.Pat.Api.Http;

/// <summary>Converts a refusal to the error form (docs/api.md, section 4).</summary>
internal static class ErrorBody
{
    public static ApiError Of(RefusedException refusal, Guid id)
    {
        var name = refusal.Kind.ToString();
        var details = ApiError.DetailsOf(refusal);
        return refusal.Error.SignIn is { } signIn
            ? new SignInHint
            {
                Id = id,
                Name = name,
                Message = refusal.Message,
                Details = details,
                Path = signIn.Path,
                Type = signIn.Type,
            }
            : new ApiError { Id = id, Name = name, Message = refusal.Message, Details = details };
    }
}
