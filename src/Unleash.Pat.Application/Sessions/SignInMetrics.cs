using System.Diagnostics.Metrics;
using MediatR;
using Unleash.Pat.Application.Telemetry;

namespace Unleash.Pat.Application.Sessions;

/// <summary>Counts sign-ins by method and outcome.</summary>
internal sealed class SignInMetrics(IMeterFactory meters)
    : IPipelineBehavior<SignInCommand, SignedIn>, IPipelineBehavior<DemoSignInCommand, SignedIn>
{
    private readonly Counter<long> _signIns = ServiceTelemetry.CreateMeter(meters).CreateCounter<long>(
        "unleash_pat.sign_ins", "{sign_in}", "Attempts to sign in, by method and outcome.");

    public Task<SignedIn> Handle(
        SignInCommand request, CancellationToken cancellationToken, RequestHandlerDelegate<SignedIn> next) => CountAsync("password", next);

    public Task<SignedIn> Handle(
        DemoSignInCommand request, CancellationToken cancellationToken, RequestHandlerDelegate<SignedIn> next) => CountAsync("demo", next);

    private async Task<SignedIn> CountAsync(string method, RequestHandlerDelegate<SignedIn> next)
    {
        try
        {
            var signedIn = await next();
            Add(method, "succeeded");
            return signedIn;
        }
        catch (RefusedException exception)
        {
            Add(method, OutcomeOf(exception));
            throw;
        }
    }

    private static string OutcomeOf(RefusedException refusal) => refusal switch
    {
        ServiceUnavailableException => "unavailable",
        { Error: var error } when error == Errors.WrongCredentials => "wrong_credentials",
        _ => "refused",
    };

    private void Add(string method, string outcome) =>
        _signIns.Add(1, new("method", method), new(ServiceTelemetry.Outcome, outcome));
}
