using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Application.Tokens;

/// <summary>Reads <c>Pats:Scopes</c>.</summary>
/// <remarks>
/// The configuration separates the parts of its keys by colons, and scopes have colons. So what is nested below the section
/// is joined again: <c>Pats:Scopes:deploy:write</c> names <c>deploy:write</c>. An environment variable cannot contain all
/// characters of a scope, so a list does as well: <c>Pats:Scopes:0:Name</c> and <c>Pats:Scopes:0:Description</c>.
/// </remarks>
internal static class NamedScopes
{
    private const string Name = "Name";
    private const string Description = "Description";
    private const string OwnPrefix = "api:";

    private static readonly int Prefix = $"{PatOptions.Section}:{nameof(PatOptions.Scopes)}:".Length;

    /// <returns>Descriptions by name; in the order of the list, or by name.</returns>
    /// <exception cref="OptionsValidationException">With a sentence for each fault.</exception>
    public static IReadOnlyDictionary<string, string> Read(IConfiguration configuration)
    {
        var faults = new List<string>();
        var named = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, name, description) in configuration
            .GetSection($"{PatOptions.Section}:{nameof(PatOptions.Scopes)}").GetChildren().SelectMany(Entries))
        {
            if (FindFault(name) is { } fault)
            {
                faults.Add($"{path} {fault}.");
            }
            else
            {
                named[name!] = description ?? "";
            }
        }

        if (named.Count > PatOptions.MaxNamedScopes)
        {
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"Pats:Scopes must not name more than {PatOptions.MaxNamedScopes} scopes."));
        }

        return faults.Count == 0 ? named : throw new OptionsValidationException(PatOptions.Section, typeof(PatOptions), faults);
    }

    private static IEnumerable<(string Path, string? Name, string? Description)> Entries(IConfigurationSection section)
    {
        if (!section.Key.All(char.IsAsciiDigit))
        {
            return Nested(section);
        }

        // An item of a list: an object, or the name alone.
        var unknown = section.GetChildren()
            .Where(child => !IsKey(child, Name) && !IsKey(child, Description))
            .Select(child => (child.Path, (string?)null, (string?)null));
        return unknown.Prepend(($"{section.Path}:{Name}", section[Name] ?? section.Value, section[Description]));
    }

    private static IEnumerable<(string Path, string? Name, string? Description)> Nested(IConfigurationSection section)
    {
        var below = section.GetChildren().SelectMany(Nested).ToList();

        // What has others below it and is empty is a section, as providers list it.
        return below.Count == 0 || !string.IsNullOrEmpty(section.Value)
            ? below.Prepend((section.Path, section.Path[Prefix..], section.Value))
            : below;
    }

    // Threat: a value can be a secret in the wrong place, so none is repeated.
    private static string? FindFault(string? name) => name switch
    {
        null => $"must be a scope's {Name} or {Description}",
        _ when !TokenScopes.IsValid(name) =>
            $"must name a scope: at most {TokenScopes.MaxLength} lower-case letters, digits and : . _ / -, beginning with a letter or digit",
        _ when name.StartsWith(OwnPrefix, StringComparison.Ordinal) =>
            $"must not begin with {OwnPrefix}, because those scopes are the service's own",
        _ => null,
    };

    private static bool IsKey(IConfigurationSection section, string key) => section.Key.Equals(key, StringComparison.OrdinalIgnoreCase);
}
