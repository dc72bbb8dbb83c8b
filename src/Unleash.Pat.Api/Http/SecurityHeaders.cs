using NetEscapades.AspNetCore.SecurityHeaders.Infrastructure;

namespace Unleash.Pat.Api.Http;

/// <summary>Headers for browsers, with every answer (OWASP Secure Headers Project).</summary>
internal static class SecurityHeaders
{
    // For this host only, not for others of its domain.
    private const int YearInSeconds = 365 * 24 * 60 * 60;

    private static readonly HeaderPolicyCollection ForPages = Common();

    private static readonly HeaderPolicyCollection ForData = Common().AddContentSecurityPolicy(policy =>
    {
        policy.AddDefaultSrc().None();
        policy.AddFrameAncestors().None();
    });

    public static IServiceCollection AddSecurityHeaders(this IServiceCollection services)
    {
        services.AddSecurityHeaderPolicies().SetDefaultPolicy(ForData).SetPolicySelector(Select);
        return services;
    }

    // A page has set its own policy by now.
    private static IReadOnlyHeaderPolicyCollection Select(PolicySelectorContext context) =>
        context.HttpContext.Response.Headers.ContentSecurityPolicy.Count > 0 ? ForPages : ForData;

    // Without features that some browsers do not know, which those report in their consoles.
    private static void Refuse(PermissionsPolicyBuilder policy)
    {
        policy.AddAccelerometer().None();
        policy.AddAutoplay().None();
        policy.AddCamera().None();
        policy.AddDisplayCapture().None();
        policy.AddEncryptedMedia().None();
        policy.AddFullscreen().None();
        policy.AddGeolocation().None();
        policy.AddGyroscope().None();
        policy.AddMagnetometer().None();
        policy.AddMicrophone().None();
        policy.AddMidi().None();
        policy.AddPayment().None();
        policy.AddPictureInPicture().None();
        policy.AddUsb().None();
    }

    private static HeaderPolicyCollection Common() => new HeaderPolicyCollection()
        .AddContentTypeOptionsNoSniff()
        .AddFrameOptionsDeny()
        .AddReferrerPolicyNoReferrer()
        .AddStrictTransportSecurityMaxAge(YearInSeconds)
        .AddPermissionsPolicy(Refuse)
        .AddCrossOriginOpenerPolicy(policy => policy.SameOrigin())
        .AddCrossOriginEmbedderPolicy(policy => policy.RequireCorp())
        .AddCrossOriginResourcePolicy(policy => policy.SameOrigin())
        .AddCustomHeader("X-Permitted-Cross-Domain-Policies", "none");
}
