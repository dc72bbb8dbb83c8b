using MediatR;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Tokens;

namespace Unleash.Pat.Application.Behaviours;

/// <summary>Refuses the requests that <c>Pats:Enabled=false</c> switches off.</summary>
internal sealed class PatsEnabledBehaviour<TRequest, TResponse>(IOptions<PatOptions> options)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    public Task<TResponse> Handle(
        TRequest request,
        CancellationToken cancellationToken,
        RequestHandlerDelegate<TResponse> next) =>
        request is IRequiresPatsEnabled && !options.Value.Enabled
            ? throw new RefusedException(Errors.PatsDisabled)
            : next();
}
