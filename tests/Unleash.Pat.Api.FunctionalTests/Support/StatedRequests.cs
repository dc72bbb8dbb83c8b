using System.Collections.Concurrent;
using System.Reflection;
using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Controllers;
using Unleash.Pat.Api.Authentication;

namespace Unleash.Pat.Api.FunctionalTests.Support;

/// <summary>
/// Holds what an action sends to what it states: the permission of the stated request is the one that is checked first and
/// documented, so an action that sends another fails every test that calls it.
/// </summary>
internal sealed class StatedRequests(IHttpContextAccessor accessor)
{
    private readonly ConcurrentDictionary<MethodInfo, Type> _sent = new();

    /// <summary>The request that an action has sent; <see langword="null"/> where it has sent none.</summary>
    public Type? SentBy(MethodInfo action) => _sent.GetValueOrDefault(action);

    public void Check(Type request)
    {
        // Not where the service sends one by itself, as it starts.
        if (accessor.HttpContext?.GetEndpoint()?.Metadata is { } metadata
            && metadata.GetMetadata<ControllerActionDescriptor>() is { } action)
        {
            request.ShouldBe(metadata.GetMetadata<SendsAttribute>()?.Request, $"{action.DisplayName} sends what it does not state.");
            _sent[action.MethodInfo] = request;
        }
    }
}

/// <summary>The service's mediator, with that check before it.</summary>
internal sealed class CheckedMediator(MediatR.ServiceFactory services, StatedRequests stated) : IMediator
{
    private readonly Mediator _mediator = new(services);

    public Task<TResponse> Send<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken = default)
    {
        stated.Check(request.GetType());
        return _mediator.Send(request, cancellationToken);
    }

    public Task Publish<TNotification>(TNotification notification, CancellationToken cancellationToken = default)
        where TNotification : INotification =>
        _mediator.Publish(notification, cancellationToken);
}
