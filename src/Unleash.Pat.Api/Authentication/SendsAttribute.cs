using MediatR;

namespace Unleash.Pat.Api.Authentication;

/// <summary>
/// States which request of the application an action sends, so that the description of the API can tell the permission
/// it takes and the refusals that come with it.
/// </summary>
/// <param name="request">The request.</param>
[AttributeUsage(AttributeTargets.Method)]
public class SendsAttribute(Type request) : Attribute
{
    /// <summary>The request.</summary>
    public Type Request { get; } = request;
}

/// <inheritdoc />
/// <typeparam name="TRequest">The request.</typeparam>
public sealed class SendsAttribute<TRequest>() : SendsAttribute(typeof(TRequest))
    where TRequest : IBaseRequest;
