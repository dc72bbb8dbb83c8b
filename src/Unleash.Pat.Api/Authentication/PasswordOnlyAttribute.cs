using Microsoft.AspNetCore.Routing.Matching;

namespace Unleash.Pat.Api.Authentication;

/// <summary>Marks routes of password sign-in, which do not exist with <c>Authentication:Password=false</c>.</summary>
/// <remarks>The description of the API always contains them, so that one client fits every configuration.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class PasswordOnlyAttribute : Attribute
{
    /// <summary>Takes the marked routes out where users do not sign in with passwords.</summary>
    /// <remarks>Of the endpoints: a constraint of the actions would take out HEAD as well, which no action names.</remarks>
    internal sealed class Policy(PasswordSignIn passwords) : MatcherPolicy, IEndpointSelectorPolicy
    {
        public override int Order => 0;

        public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => !passwords.IsEnabled && endpoints.Any(IsMarked);

        public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
        {
            for (var index = 0; index < candidates.Count; index++)
            {
                if (candidates.IsValidCandidate(index) && IsMarked(candidates[index].Endpoint))
                {
                    candidates.SetValidity(index, false);
                }
            }

            return Task.CompletedTask;
        }

        private static bool IsMarked(Endpoint endpoint) => endpoint.Metadata.GetMetadata<PasswordOnlyAttribute>() is not null;
    }
}
