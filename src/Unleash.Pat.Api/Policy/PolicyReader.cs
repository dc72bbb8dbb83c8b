using System.Globalization;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Policy;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Api.Policy;

/// <summary>Reads a policy of which only some properties are sent.</summary>
internal sealed class PolicyReader(CheckPolicyRequest sent)
{
    private readonly List<ErrorDetail> _faults = [];

    /// <returns>What makes the policy of the one in force.</returns>
    /// <exception cref="RefusedException">With every fault.</exception>
    public Func<TokenPolicy, TokenPolicy> Read()
    {
        // The others refuse no token that exists.
        _ = Time("defaultLifetime", sent.DefaultLifetime);
        _ = Time("rotationOverlap", sent.RotationOverlap);
        _ = Time("deleteExpiredAfter", sent.DeleteExpiredAfter);
        var (maxLifetime, unusedAfter) = (Time("maxLifetime", sent.MaxLifetime), Time("revokeUnusedAfter", sent.RevokeUnusedAfter));
        var scopes = Scopes(sent.Scopes);
        return _faults.Count > 0 ? throw RefusedException.BrokenSchema(_faults) : inForce => inForce with
        {
            MaxLifetime = sent.Has(nameof(sent.MaxLifetime)) ? maxLifetime : inForce.MaxLifetime,
            RevokeUnusedAfter = sent.Has(nameof(sent.RevokeUnusedAfter)) ? unusedAfter : inForce.RevokeUnusedAfter,
            RequireDescription = sent.Has(nameof(sent.RequireDescription)) ? sent.RequireDescription is true : inForce.RequireDescription,
            Scopes = sent.Has(nameof(sent.Scopes)) ? scopes : inForce.Scopes,
        };
    }

    private TimeSpan? Time(string name, string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) && time >= TimeSpan.Zero)
        {
            return time;
        }

        _faults.Add(Errors.PropertyInvalid($"/body/{name}", "must be a time span such as 90.00:00:00 for 90 days", JsonText.Quote(text)));
        return null;
    }

    private Dictionary<string, string>? Scopes(IReadOnlyList<PolicyScopeSchema?>? sent)
    {
        if (sent is null)
        {
            return null;
        }

        var scopes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (index, scope) in sent.Index())
        {
            if (scope?.Name is { } name && TokenScopes.IsValid(name) && scopes.Count < PatOptions.MaxNamedScopes)
            {
                scopes[name] = scope.Description ?? "";
            }
            else
            {
                _faults.Add(Errors.PropertyInvalid(
                    string.Create(CultureInfo.InvariantCulture, $"/body/scopes/{index}"),
                    $"must be an object with the name of a scope, and there can be {PatOptions.MaxNamedScopes}",
                    JsonText.Quote(scope?.Name ?? "")));
                break;
            }
        }

        return scopes;
    }
}
