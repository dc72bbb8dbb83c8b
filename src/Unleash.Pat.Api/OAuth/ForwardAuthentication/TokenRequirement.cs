using System.Collections.Concurrent;
using Microsoft.AspNetCore.WebUtilities;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Api.OAuth.ForwardAuthentication;

/// <summary>What a proxy requires of a token, in the query: each <c>role</c> and each <c>scope</c> of it.</summary>
/// <remarks>
/// Threat: a misspelt requirement that is ignored lets everyone pass. So one that cannot be used is met by no token, and the
/// error says why.
/// </remarks>
internal sealed class TokenRequirement
{
    // A proxy has a few of them in its configuration. The bound is for clients that reach this address without one.
    private const int MaxKnown = 256;

    private static readonly ConcurrentDictionary<(string Query, bool IsWhole), TokenRequirement> Known = new();

    private readonly List<RootRole> _roles = [];
    private readonly List<string> _scopes = [];
    private readonly ServiceError? _fault;

    private TokenRequirement(string query, bool isWhole)
    {
        foreach (var parameter in new QueryStringEnumerable(query))
        {
            _fault ??= Add(parameter.DecodeName().ToString(), parameter.DecodeValue().ToString(), isWhole) is { } how
                ? Errors.RequirementUnusable(how)
                : null;
        }
    }

    /// <param name="isWhole">Whether the query has nothing but the requirement, so that other names are mistakes.</param>
    public static TokenRequirement Of(string query, bool isWhole)
    {
        if (Known.TryGetValue((query, isWhole), out var known))
        {
            return known;
        }

        var requirement = new TokenRequirement(query, isWhole);
        if (Known.Count < MaxKnown)
        {
            Known.TryAdd((query, isWhole), requirement);
        }

        return requirement;
    }

    /// <summary>Why a token does not meet it, or <see langword="null"/>.</summary>
    public ServiceError? FindUnmet(StoredToken token)
    {
        if (_fault is not null)
        {
            return _fault;
        }

        // Threat: a proxy adds its client's query to its own. With one role of several enough, the client would choose it.
        if (_roles.Find(role => role != token.Caller.Role) is { } role)
        {
            return Errors.RoleMissing(role.Name);
        }

        return token.Scopes is { } scopes && _scopes.Find(scope => !scopes.Contains(scope)) is { } missing
            ? Errors.ScopeMissing(missing)
            : null;
    }

    private string? Add(string name, string value, bool isWhole)
    {
        if (name.Equals("role", StringComparison.OrdinalIgnoreCase))
        {
            return AddRole(value);
        }

        if (!name.Equals("scope", StringComparison.OrdinalIgnoreCase))
        {
            return isWhole ? $"{JsonText.Quote(name)} is neither \"role\" nor \"scope\"" : null;
        }

        _scopes.Add(value);
        return TokenScopes.IsValid(value) ? null : $"{JsonText.Quote(value)} is not a scope; repeat the parameter to require several";
    }

    private string? AddRole(string value)
    {
        if (RootRole.All.FirstOrDefault(role => role.Name.Equals(value, StringComparison.OrdinalIgnoreCase)) is not { } named)
        {
            return $"{JsonText.Quote(value)} is none of the roles {string.Join(", ", RootRole.All.Select(role => role.Name))}";
        }

        _roles.Add(named);
        return null;
    }
}
