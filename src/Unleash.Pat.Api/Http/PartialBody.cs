namespace Unleash.Pat.Api.Http;

/// <summary>A body in which an absent property means something else than <c>null</c>.</summary>
public abstract record PartialBody
{
    private readonly HashSet<string> _sent = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a property was sent, by its name.</summary>
    internal bool Has(string property) => _sent.Contains(property);

    internal void NoteSent(string property) => _sent.Add(property);
}
