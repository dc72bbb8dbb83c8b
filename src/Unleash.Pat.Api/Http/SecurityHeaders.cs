using Microsoft.Extensions.Primitives;
using NetEscapades.AspNetCore.SecurityHeaders.Infrastructure;

namespace Unleash.Pat.Api.Http;

/// <summary>Headers for browsers, with every answer (OWASP Secure Headers Project).</summary>
/// <remarks>
/// All but one are the same for every answer, so that they are evaluated once: for each answer it would be 2 % of what a list
/// of tokens costs.
/// </remarks>
internal static class SecurityHeaders
{
    // For this host only, not for others of its domain.
    private const int YearInSeconds = 365 * 24 * 60 * 60;

    private static readonly KeyValuePair<string, StringValues>[] Common = Evaluate(
        new HeaderPolicyCollection()
            .AddContentTypeOptionsNoSniff()
            .AddFrameOptionsDeny()
            .AddReferrerPolicyNoReferrer()
            .AddPermissionsPolicy(Refuse)
            .AddCrossOriginOpenerPolicy(policy => policy.SameOrigin())
            .AddCrossOriginEmbedderPolicy(policy => policy.RequireCorp())
            .AddCrossOriginResourcePolicy(policy => policy.SameOrigin())
            .AddCustomHeader("X-Permitted-Cross-Domain-Policies", "none"),
        new DefaultHttpContext());

    private static readonly KeyValuePair<string, StringValues>[] OfData = Evaluate(
        new HeaderPolicyCollection().AddContentSecurityPolicy(policy =>
        {
            policy.AddDefaultSrc().None();
            policy.AddFrameAncestors().None();
        }),
        new DefaultHttpContext());

    // It depends on the host too.
    private static readonly HeaderPolicyCollection OverTls =
        new HeaderPolicyCollection().AddStrictTransportSecurityMaxAge(YearInSeconds);

    /// <summary>Adds them to an answer that is about to start.</summary>
    public static void AddTo(HttpContext context)
    {
        var headers = context.Response.Headers;
        Add(headers, Common);

        // A page has set its own policy by now.
        if (headers.ContentSecurityPolicy.Count == 0)
        {
            Add(headers, OfData);
        }

        if (context.Request.IsHttps)
        {
            Add(headers, Evaluate(OverTls, context));
        }
    }

    private static void Add(IHeaderDictionary headers, KeyValuePair<string, StringValues>[] added)
    {
        foreach (var (name, value) in added)
        {
            headers[name] = value;
        }
    }

    private static KeyValuePair<string, StringValues>[] Evaluate(HeaderPolicyCollection policies, HttpContext context)
    {
        var result = new CustomHeadersResult();
        foreach (var policy in policies.Values)
        {
            policy.Apply(context, result);
        }

        return [.. result.SetHeaders.Select(header => KeyValuePair.Create(header.Key, new StringValues(header.Value)))];
    }

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
}
