using Unleash.Pat.Application;

namespace Unleash.Pat.Api.OpenApi;

/// <summary>States a refusal of an action that neither its route nor its request tells already.</summary>
/// <param name="error">The name of a member of <see cref="Errors"/>.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class RefusesAttribute(string error) : Attribute
{
    /// <summary>The error, with the arguments of its example.</summary>
    public ServiceError Error => Errors.Example(error);
}

/// <summary>An error of Unleash's own description, which this service never answers.</summary>
/// <param name="kind">The kind of error.</param>
/// <param name="message">Its text.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class UnleashExampleAttribute(ErrorKind kind, string message) : Attribute
{
    /// <summary>The error.</summary>
    public ServiceError Error { get; } = new(kind, message);
}
