using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;

namespace Unleash.Pat.Api.FunctionalTests.Providers;

/// <summary>A real OpenID provider on a real socket, whose person signs in without being asked.</summary>
internal sealed class TestProvider : IAsyncDisposable
{
    public const string ClientId = "unleash-pat";
    public const string ClientSecret = "the-secret-of-the-client";

    private readonly WebApplication _app;

    private TestProvider(WebApplication app) => _app = app;

    /// <summary>Its issuer address.</summary>
    public string Authority => _app.Urls.Single() + "/";

    /// <summary>What it says of the person who signs in.</summary>
    public IReadOnlyList<(string Type, object Value)> Claims { get; set; } = [];

    /// <summary>Changes ID tokens before they are signed.</summary>
    public Action<ClaimsPrincipal>? Change { get; set; }

    /// <summary>What it answers instead of signing in.</summary>
    public string? Error { get; set; }

    /// <summary>The requests to sign out.</summary>
    public IList<string> SignOuts { get; } = [];

    /// <summary>How far its clock is ahead.</summary>
    public TimeSpan Skew { get; set; }

    public static async Task<TestProvider> StartAsync()
    {
        TestProvider? provider = null;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddOpenIddict().AddServer(options => Configure(options, () => provider!));
        var app = builder.Build();
        app.UseAuthentication();
        app.Map("/authorize", context => provider!.AuthorizeAsync(context));
        app.Map("/end-session", context => provider!.EndSessionAsync(context));
        provider = new TestProvider(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return provider;
    }

    public Task StopAsync() => _app.StopAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static void Configure(OpenIddictServerBuilder options, Func<TestProvider> provider)
    {
        options.EnableDegradedMode().DisableAccessTokenEncryption().AddEphemeralEncryptionKey().AddEphemeralSigningKey();
        options.SetAuthorizationEndpointUris("/authorize").SetTokenEndpointUris("/token").SetEndSessionEndpointUris("/end-session");
        options.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
        options.RegisterScopes("profile", "email");
        options.UseAspNetCore().DisableTransportSecurityRequirement()
            .EnableAuthorizationEndpointPassthrough().EnableEndSessionEndpointPassthrough();
        options.AddEventHandler<OpenIddictServerEvents.ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
        {
            if (context.ClientId != ClientId)
            {
                context.Reject("invalid_client");
            }

            return ValueTask.CompletedTask;
        }));
        options.AddEventHandler<OpenIddictServerEvents.ValidateTokenRequestContext>(handler => handler.UseInlineHandler(context =>
        {
            if (context.ClientId != ClientId || context.ClientSecret != ClientSecret)
            {
                context.Reject("invalid_client");
            }

            return ValueTask.CompletedTask;
        }));
        options.AddEventHandler<OpenIddictServerEvents.ValidateEndSessionRequestContext>(handler => handler.UseInlineHandler(_ => ValueTask.CompletedTask));
        options.AddEventHandler<OpenIddictServerEvents.GenerateTokenContext>(handler => handler.UseInlineHandler(context =>
        {
            if (context.TokenType == OpenIddictConstants.TokenTypeIdentifiers.IdentityToken)
            {
                provider().ChangeToken(context);
            }

            return ValueTask.CompletedTask;
        }).SetOrder(int.MinValue + 100_000));
    }

    private void ChangeToken(OpenIddictServerEvents.GenerateTokenContext context)
    {
        if (Skew != TimeSpan.Zero)
        {
            context.Principal.SetCreationDate(DateTimeOffset.UtcNow + Skew);
            context.Principal.SetExpirationDate(DateTimeOffset.UtcNow + Skew + TimeSpan.FromMinutes(20));
            context.SecurityTokenDescriptor.NotBefore = (DateTimeOffset.UtcNow + Skew).UtcDateTime;
        }

        Change?.Invoke(context.Principal);
    }

    private async Task AuthorizeAsync(HttpContext context)
    {
        if (Error is { } error)
        {
            await context.ForbidAsync(
                OpenIddictServerAspNetCoreDefaults.AuthenticationScheme,
                new AuthenticationProperties(new Dictionary<string, string?>
                {
                    [OpenIddictServerAspNetCoreConstants.Properties.Error] = error,
                    [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = "<b>words of the provider</b>",
                }));
            return;
        }

        var identity = new ClaimsIdentity("test", OpenIddictConstants.Claims.Name, OpenIddictConstants.Claims.Role);
        foreach (var (type, value) in Claims)
        {
            _ = value switch
            {
                bool flag => identity.SetClaim(type, flag),
                string[] texts => identity.SetClaims(type, [.. texts]),
                _ => identity.SetClaim(type, (string)value),
            };
        }

        identity.SetDestinations(_ => [OpenIddictConstants.Destinations.IdentityToken]);
        var principal = new ClaimsPrincipal(identity);
        principal.SetScopes(context.GetOpenIddictServerRequest()!.GetScopes());
        await context.SignInAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme, principal);
    }

    private Task EndSessionAsync(HttpContext context)
    {
        SignOuts.Add(context.Request.QueryString.Value ?? "");
        return context.SignOutAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme, new AuthenticationProperties { RedirectUri = "/" });
    }
}
