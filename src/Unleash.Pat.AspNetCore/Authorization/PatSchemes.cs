namespace Unleash.Pat.AspNetCore.Authorization;

/// <summary>The names of the schemes that accept personal access tokens.</summary>
internal sealed class PatSchemes
{
    public HashSet<string> Names { get; } = new(StringComparer.Ordinal);
}
