namespace Unleash.Pat.Api.OpenApi;

/// <summary>
/// States a refusal of an action that its route and its request do not tell already; its status is the one that
/// <c>ErrorStatus</c> gives the name.
/// </summary>
/// <param name="name">The kind of error, as the wire names it.</param>
/// <param name="message">An example of its message.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class RefusesAttribute(string name, string message) : Attribute
{
    /// <summary>The kind of error.</summary>
    public string Name { get; } = name;

    /// <summary>An example of its message.</summary>
    public string Message { get; } = message;

    /// <summary>What the example shows; <see langword="null"/>: it speaks for itself.</summary>
    public string? Summary { get; init; }
}
