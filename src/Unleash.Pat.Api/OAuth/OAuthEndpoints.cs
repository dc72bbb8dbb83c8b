using Microsoft.AspNetCore.Authentication;
using NSwag.Generation.Processors;
using Unleash.Pat.Api.Authentication;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Api.OAuth.ForwardAuthentication;
using Unleash.Pat.Api.OAuth.RevocationStream;
using Unleash.Pat.Api.OAuth.Verifiers;

namespace Unleash.Pat.Api.OAuth;

/// <summary>Registers what other services use, and maps the endpoints that are no controllers.</summary>
internal static class OAuthEndpoints
{
    public static IServiceCollection AddOAuth(this IServiceCollection services)
    {
        services.AddSingleton<CredentialVerifier>();
        services.AddSingleton<VerifierAuthenticator>();
        services.AddSingleton<ForwardAuthenticator>();
        services.AddSingleton<RevocationStreams>();
        services.AddSingleton<IDocumentProcessor, OAuthOperations>();
        services.AddAuthentication()
            .AddScheme<AuthenticationSchemeOptions, VerifierHandler>(UnleashSchemes.Verifier, null)
            .AddScheme<AuthenticationSchemeOptions, NoCredentialsHandler>(UnleashSchemes.None, null);
        return services;
    }

    /// <summary>To be used first: what is remembered is answered without the rest of the pipeline.</summary>
    public static void UseForwardAuthentication(this WebApplication app) =>
        app.Use(app.Services.GetRequiredService<ForwardAuthenticator>().InvokeAsync);

    public static void MapOAuth(this WebApplication app)
    {
        // Never compressed: the compression would hold the events back.
        app.MapMethods(RevocationStreams.Path, ReadingEndpoints.Methods, app.Services.GetRequiredService<RevocationStreams>().WriteAsync)
            .WithMetadata(new AuthenticatesByAttribute(UnleashSchemes.Verifier))
            .RequireAuthorization()
            .ExcludeFromDescription();
        var forward = app.Services.GetRequiredService<ForwardAuthenticator>();
        foreach (var path in new[] { "", "/{**original}" })
        {
            app.Map(ForwardAuthenticator.Path + path, forward.AnswerAsync)
                .WithMetadata(new AuthenticatesByAttribute(UnleashSchemes.None))
                .AllowAnonymous()
                .ExcludeFromDescription();
        }
    }
}
