using FluentValidation;
using MediatR;

namespace Unleash.Pat.Application.Behaviours;

/// <summary>Refuses a request that breaks a rule of its validators, and names every broken rule.</summary>
internal sealed class ValidationBehaviour<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    private readonly IValidator<TRequest>[] _validators = [.. validators];

    public Task<TResponse> Handle(
        TRequest request,
        CancellationToken cancellationToken,
        RequestHandlerDelegate<TResponse> next) =>
        _validators.Length == 0 ? next() : ValidateAsync(request, next, cancellationToken);

    private async Task<TResponse> ValidateAsync(
        TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        var broken = new List<ServiceError>();
        foreach (var validator in _validators)
        {
            var result = await validator.ValidateAsync(request, cancellationToken);
            broken.AddRange(result.Errors.Select(failure => failure.CustomState as ServiceError ?? new ServiceError(ErrorKind.BadDataError, failure.ErrorMessage)));
        }

        return broken.Count > 0 ? throw RefusedException.BrokenRules(broken) : await next();
    }
}
