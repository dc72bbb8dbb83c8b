using System.Security.Claims;
using Unleash.Pat.AspNetCore;

var builder = WebApplication.CreateBuilder(args);

// Authority, ClientId and ClientSecret come from the section Authentication:Schemes:UnleashPat of the configuration.
builder.Services.AddAuthentication().AddUnleashPat();
builder.Services.AddAuthorizationBuilder()
    .AddPolicy("deploy", policy => policy.RequirePatScope("deploy:write"));

var app = builder.Build();

app.MapGet("/", () => "Send a personal access token to /me or /deployments.");

app.MapGet("/me", (ClaimsPrincipal user) => new
{
    Id = user.FindFirstValue(UnleashPatClaimTypes.Subject),
    user.Identity!.Name,
    Role = user.FindFirstValue(UnleashPatClaimTypes.Role),
    Scopes = user.FindAll(UnleashPatClaimTypes.Scope).Select(claim => claim.Value),
}).RequireAuthorization();

var deployments = app.MapGroup("/deployments");
deployments.MapGet("", () => Results.Ok()).RequirePatScope("deploy:read");
deployments.MapPost("", () => Results.Accepted()).RequireAuthorization("deploy");

app.Run();
