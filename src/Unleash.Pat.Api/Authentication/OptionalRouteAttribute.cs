using Microsoft.AspNetCore.Routing.Matching;

namespace Unleash.Pat.Api.Authentication;

/// <summary>Marks routes that exist only with certain settings.</summary>
/// <remarks>The description of the API always contains them, so that one client fits every configuration.</remarks>
public abstract class OptionalRouteAttribute : Attribute
{
    /// <summary>Whether they exist in this process.</summary>
    protected abstract bool Exists(IServiceProvider services);

    /// <summary>Takes those that do not exist out of the endpoints.</summary>
    /// <remarks>A constraint of the actions would leave HEAD in, which no action names.</remarks>
    internal sealed class Policy(IServiceProvider services) : MatcherPolicy, IEndpointSelectorPolicy
    {
        public override int Order => 0;

        public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => endpoints.Any(IsMissing);

        public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
        {
            for (var index = 0; index < candidates.Count; index++)
            {
                if (candidates.IsValidCandidate(index) && IsMissing(candidates[index].Endpoint))
                {
                    candidates.SetValidity(index, false);
                }
            }

            return Task.CompletedTask;
        }

        private bool IsMissing(Endpoint endpoint) =>
            endpoint.Metadata.GetMetadata<OptionalRouteAttribute>() is { } optional && !optional.Exists(services);
    }
}
