using MediatR;
using Unleash.Pat.Application.Common;
using Unleash.Pat.Application.Users.EnsureInitialAdmin;

namespace Unleash.Pat.Api.Startup;

/// <summary>Makes the database ready before the service listens, and says how to sign in for the first time.</summary>
internal static partial class DatabasePreparation
{
    public static async Task PrepareDatabaseAsync(this WebApplication app)
    {
        await app.Services.GetRequiredService<IDatabaseInitializer>().InitializeAsync(
            cancellationToken => EnsureInitialAdminAsync(app, cancellationToken), app.Lifetime.ApplicationStopping);
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            var address = ServiceDefaults.AddressOf(app);
            LogReady(app.Logger, address);
        });
    }

    private static async Task EnsureInitialAdminAsync(WebApplication app, CancellationToken cancellationToken)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        var made = await mediator.Send(new EnsureInitialAdminCommand(), cancellationToken);
        if (made.GeneratedPassword is { } password)
        {
            // To whoever started the service, and to no log.
            await Console.Out.WriteLineAsync(
                $"The first administrator is \"{made.Username}\". The password, shown this once: {password.Reveal()}");
        }
        else if (made.Username is not null)
        {
            LogFirstAdmin(app.Logger, made.Username);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Unleash.Pat is ready at {Address}. Open it in a browser to sign in.")]
    private static partial void LogReady(ILogger logger, string address);

    [LoggerMessage(Level = LogLevel.Information, Message = "The first administrator is \"{Username}\"; its password is the one that InitialAdmin:Password sets.")]
    private static partial void LogFirstAdmin(ILogger logger, string username);
}
