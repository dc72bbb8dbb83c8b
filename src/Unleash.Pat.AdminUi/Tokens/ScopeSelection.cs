using System.Text.RegularExpressions;
using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Tokens;

/// <summary>What a new token may do: all that its account may, or what some scopes allow.</summary>
public sealed partial class ScopeSelection(TokenPolicy policy)
{
    // docs/api.md, section 1.6
    private const int MaxScopes = 32;

    private static readonly NamedScope[] Own =
    [
        new() { Name = "api:read", Description = "Read all that the account may read here" },
        new() { Name = "api:write", Description = "Do all that the account may do here" },
    ];

    private readonly HashSet<string> _chosen = new(StringComparer.Ordinal);

    /// <summary>Whether the token is limited to scopes.</summary>
    public bool IsRestricted { get; set; }

    /// <summary>Further scopes, separated by spaces.</summary>
    public string Others { get; set; } = "";

    /// <summary>The scopes to choose from.</summary>
    public IReadOnlyList<NamedScope> Options { get; } = [.. Own, .. policy.Scopes];

    /// <summary>Whether the token can have scopes that are not among <see cref="Options"/>.</summary>
    public bool AllowsOthers => policy.Scopes.Count == 0;

    /// <summary>The scopes to send; <see langword="null"/> for all rights.</summary>
    public IReadOnlyList<string>? ToSend =>
        IsRestricted ? [.. Options.Select(option => option.Name).Where(_chosen.Contains).Concat(Entered).Distinct()] : null;

    private IEnumerable<string> Entered =>
        AllowsOthers ? Others.Split([' ', ',', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries) : [];

    public bool IsChosen(string scope) => _chosen.Contains(scope);

    public void Choose(string scope, bool isChosen)
    {
        if (isChosen)
        {
            _chosen.Add(scope);
        }
        else
        {
            _chosen.Remove(scope);
        }
    }

    public string? Error() => ToSend switch
    {
        null => null,
        { Count: 0 } => "Choose at least one scope.",
        { Count: > MaxScopes } => $"A token can have at most {MaxScopes} scopes.",
        var scopes => scopes.FirstOrDefault(scope => !Form().IsMatch(scope)) is { } wrong
            ? $"“{BidiText.Isolate(wrong)}” is not a scope. A scope has at most 64 small letters, digits and : . _ / -"
            : null,
    };

    [GeneratedRegex("^[a-z0-9][a-z0-9:._/-]{0,63}$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
