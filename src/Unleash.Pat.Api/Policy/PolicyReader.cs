using System.Globalization;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Policy;

namespace Unleash.Pat.Api.Policy;

/// <summary>Reads a policy of which only some properties are sent.</summary>
internal sealed class PolicyReader(CheckPolicyRequest sent, TokenPolicy inForce)
{
    private readonly List<ErrorDetail> _faults = [];

    /// <exception cref="RefusedException">With every fault.</exception>
    public TokenPolicy Read()
    {
        _ = Time("defaultLifetime", sent.DefaultLifetime, null);
        _ = Time("rotationOverlap", sent.RotationOverlap, null);
        _ = Time("deleteExpiredAfter", sent.DeleteExpiredAfter, null);

        // The others refuse no token that exists.
        var policy = inForce with
        {
            MaxLifetime = Time("maxLifetime", sent.MaxLifetime, inForce.MaxLifetime),
            RevokeUnusedAfter = Time("revokeUnusedAfter", sent.RevokeUnusedAfter, inForce.RevokeUnusedAfter),
            RequireDescription = sent.Has(nameof(sent.RequireDescription)) ? sent.RequireDescription is true : inForce.RequireDescription,
            Scopes = sent.Has(nameof(sent.Scopes)) ? Scopes(sent.Scopes) : inForce.Scopes,
        };
        return _faults.Count == 0 ? policy : throw RefusedException.BrokenSchema(_faults);
    }

    private TimeSpan? Time(string name, string? text, TimeSpan? inForceValue)
    {
        if (!sent.Has(name) || text is null)
        {
            return sent.Has(name) ? null : inForceValue;
        }

        if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) && time >= TimeSpan.Zero)
        {
            return time;
        }

        _faults.Add(Errors.PropertyInvalid($"/body/{name}", "must be a time span such as 90.00:00:00 for 90 days", JsonText.Quote(text)));
        return null;
    }

    private static Dictionary<string, string>? Scopes(IReadOnlyList<PolicyScopeSchema>? scopes) =>
        scopes?.DistinctBy(scope => scope.Name).ToDictionary(scope => scope.Name, scope => scope.Description, StringComparer.Ordinal);
}
