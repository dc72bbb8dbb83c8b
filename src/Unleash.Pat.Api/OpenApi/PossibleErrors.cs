using Unleash.Pat.Api.Http;
using Unleash.Pat.Application.Exceptions;

namespace Unleash.Pat.Api.OpenApi;

/// <summary>Every refusal that an action can answer with, in the words it would use.</summary>
internal static class PossibleErrors
{
    public static IEnumerable<PossibleError> Of(ActionFacts action) =>
        [
            .. OfForm(action).Select(exception => new PossibleError(exception)),
            .. OfCaller(action).Select(exception => new PossibleError(exception)),
            .. action.Find<RefusesAttribute>().Select(refusal =>
                new PossibleError(Stated(refusal), refusal.Summary)),
            .. OfService(action).Select(exception => new PossibleError(exception)),
        ];

    private static UnleashException Stated(RefusesAttribute refusal) =>
        refusal.Name == "BadDataError"
            ? BadDataException.Rules([refusal.Message])
            : new RefusedException(refusal.Name, refusal.Message);

    private static IEnumerable<UnleashException> OfForm(ActionFacts action)
    {
        foreach (var path in action.IntegerPaths)
        {
            yield return BadDataException.Schema(
                [new ErrorDetail($"The `{path}` property must be integer. You sent \"one\".", path)]);
        }

        if (action.HasBody)
        {
            yield return BadDataException.Schema([new ErrorDetail("The `/body` property must be object. You sent [].", "/body")]);
            yield return new PayloadTooLargeException(JsonBody.MaxBytes);
            yield return new ContentTypeException("text/plain");
        }
    }

    private static IEnumerable<UnleashException> OfCaller(ActionFacts action)
    {
        if (!action.IsAnonymous)
        {
            yield return NoCredentialsException.Password("");
            yield return new AuthenticationRequiredException();
        }

        if (action.Permission is { } permission)
        {
            yield return NoAccessException.Missing(permission);
        }
        else if (action.NeedsAccount)
        {
            yield return new NoAccessException("This action needs an account, and an admin token belongs to none.");
        }

        if (action.ChangesState)
        {
            yield return new NoAccessException(
                "The request was refused because it comes from another origin than this service's own, https://unleash.example.com.");
        }

        if (action.NeedsPatsEnabled)
        {
            yield return new NotFoundException("PATs are disabled.");
        }
    }

    private static IEnumerable<UnleashException> OfService(ActionFacts action)
    {
        if (action.IsRateLimited)
        {
            yield return new RefusedException(
                "RateLimitError", "Too many attempts to sign in from this address. Try again in 42 seconds.");
        }

        yield return new RefusedException(
            "InternalError", "Something went wrong in the service. Its log has the cause under this error's id.");
        yield return new ServiceUnavailableException(new TimeoutException());
    }
}

/// <summary>A refusal, and what it is an example of.</summary>
/// <param name="Exception">The refusal.</param>
/// <param name="Summary">What it shows, where it does not speak for itself.</param>
internal sealed record PossibleError(UnleashException Exception, string? Summary = null);
