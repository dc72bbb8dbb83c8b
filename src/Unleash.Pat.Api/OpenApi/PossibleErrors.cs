using System.Net.Mime;
using Unleash.Pat.Api.Authentication;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Application;

namespace Unleash.Pat.Api.OpenApi;

/// <summary>Every refusal that an action can answer with, in the words that it uses.</summary>
internal static class PossibleErrors
{
    public static IEnumerable<PossibleError> Of(ActionFacts action) =>
        [
            .. OfForm(action).Select(refusal => new PossibleError(refusal)),
            .. OfCaller(action).Select(Shown),
            .. action.Find<RefusesAttribute>().Select(stated => Shown(stated.Error)),
            .. action.Find<UnleashExampleAttribute>().Select(example =>
                new PossibleError(new RefusedException(example.Error), "The example of Unleash's own description.")),
            .. OfService(action).Select(Shown),
        ];

    private static PossibleError Shown(ServiceError error) => new(new RefusedException(error));

    private static IEnumerable<RefusedException> OfForm(ActionFacts action)
    {
        foreach (var path in action.IntegerPaths)
        {
            yield return RefusedException.BrokenSchema(Errors.PropertyInvalid(path, "must be integer", "\"one\""));
        }

        if (action.HasBody)
        {
            yield return action.HasForm
                ? RefusedException.BrokenSchema(Errors.PropertyMissing("/body/token"))
                : RefusedException.BrokenSchema(Errors.PropertyInvalid("/body", "must be object", "[]"));
            yield return new RefusedException(Errors.PayloadTooLarge(RequestBody.MaxBytes));
            yield return new RefusedException(Errors.ContentTypeNotAccepted(
                "text/plain", action.HasForm ? FormBody.MediaType : MediaTypeNames.Application.Json));
        }
    }

    private static IEnumerable<ServiceError> OfCaller(ActionFacts action)
    {
        if (action.Scheme == UnleashSchemes.Verifier)
        {
            yield return Errors.VerifierNotAuthenticated;
            yield return Errors.VerifierRequired;
        }
        else if (!action.IsAnonymous)
        {
            yield return Errors.SignInWithPassword("");
            yield return Errors.NotAuthenticated;
        }

        if (action.Permission is { } permission)
        {
            yield return Errors.PermissionMissing(permission);
        }
        else if (action.NeedsAccount)
        {
            yield return Errors.AccountRequired;
        }

        if (action.Scope is { } scope)
        {
            yield return Errors.ScopeMissing(scope);
        }

        if (action.ChangesState && action.Scheme is null)
        {
            yield return Errors.Example(nameof(Errors.ForeignOrigin));
        }

        if (action.NeedsPatsEnabled)
        {
            yield return Errors.PatsDisabled;
        }
    }

    private static IEnumerable<ServiceError> OfService(ActionFacts action)
    {
        if (action.RateLimit is { } limit)
        {
            yield return limit.Refusal(42);
        }

        yield return Errors.Internal;
        yield return Errors.DatabaseUnavailable;
    }
}

/// <summary>A refusal, and what it is an example of.</summary>
/// <param name="Refusal">The refusal.</param>
/// <param name="Summary">What it shows, where it does not speak for itself.</param>
internal sealed record PossibleError(RefusedException Refusal, string? Summary = null);
