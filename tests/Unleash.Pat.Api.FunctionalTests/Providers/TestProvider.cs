using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;

namespace Unleash.Pat.Api.FunctionalTests.Providers;

/// <summary>A real OpenID provider on a real socket, whose person signs in without being asked.</summary>
internal sealed class TestProvider : IAsyncDisposable
{
    public const string ClientId = "unleash-pat";
    public const string ClientSecret = "the-secret-of-the-client";

    private const string TokenPath = "/token";

    // Once for all tests: making keys takes seconds on a busy machine.
    private static readonly SymmetricSecurityKey EncryptionKey = new(RandomNumberGenerator.GetBytes(32));
    private static readonly RsaSecurityKey SigningKey = new(RSA.Create(2048));

    private readonly WebApplication _app;

    private TestProvider(WebApplication app) => _app = app;

    /// <summary>Its issuer address.</summary>
    public string Authority => _app.Urls.Single() + "/";

    /// <summary>What it says of the person who signs in.</summary>
    public IReadOnlyList<(string Type, object Value)> Claims { get; set; } = [];

    /// <summary>Changes ID tokens before they are signed.</summary>
    public Action<SecurityTokenDescriptor>? Change { get; set; }

    /// <summary>What it answers instead of signing in.</summary>
    public string? Error { get; set; }

    /// <summary>Where it redirects those who ask for tokens.</summary>
    public string? TokensMovedTo { get; set; }

    /// <summary>How often it was asked for tokens.</summary>
    public int TokenRequests { get; private set; }

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
        app.UseWhen(context => context.Request.Path == TokenPath, tokens => tokens.Use((context, next) => provider!.GiveTokensAsync(context, next)));
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
        options.EnableDegradedMode().DisableAccessTokenEncryption().AddEncryptionKey(EncryptionKey).AddSigningKey(SigningKey);
        options.SetAuthorizationEndpointUris("/authorize").SetTokenEndpointUris(TokenPath).SetEndSessionEndpointUris("/end-session");
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
        }).SetOrder(OpenIddictServerHandlers.Protection.GenerateIdentityModelToken.Descriptor.Order - 1));
    }

    private void ChangeToken(OpenIddictServerEvents.GenerateTokenContext context)
    {
        var (token, now) = (context.SecurityTokenDescriptor, DateTime.UtcNow + Skew);
        (token.IssuedAt, token.NotBefore, token.Expires) = (now, now, now.AddMinutes(20));
        Change?.Invoke(token);
    }

    private Task GiveTokensAsync(HttpContext context, RequestDelegate next)
    {
        TokenRequests++;
        if (TokensMovedTo is not { } address)
        {
            return next(context);
        }

        (context.Response.StatusCode, context.Response.Headers.Location) = (StatusCodes.Status307TemporaryRedirect, address);
        return Task.CompletedTask;
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
