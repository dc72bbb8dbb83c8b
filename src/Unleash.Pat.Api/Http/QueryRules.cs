using Unleash.Pat.Application;

namespace Unleash.Pat.Api.Http;

/// <summary>Rules for the parameters of a query.</summary>
internal static class QueryRules
{
    // Threat: of two values only one would count, and the filter would name more than its author meant.
    /// <summary>Refuses a query that has a parameter twice.</summary>
    /// <param name="repeatable">The parameter that can have several values.</param>
    public static void RequireOnce(IQueryCollection query, string? repeatable = null)
    {
        if (query.FirstOrDefault(parameter => parameter.Value.Count > 1 && parameter.Key != repeatable) is { Key: { } name } repeated)
        {
            throw RefusedException.BrokenSchema(Errors.PropertyInvalid(
                $"/query/{name}", "must be given once", JsonText.Quote(repeated.Value.ToString())));
        }
    }
}
