using System.Net.Mime;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Unleash.Pat.Api.Http;

/// <summary>An endpoint whose answers may be compressed, because no secret is in them.</summary>
internal sealed record CompressibleMetadata;

/// <summary>Keeps an action that reads from being compressed, because a secret is in its answer.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
internal sealed class NeverCompressedAttribute : Attribute;

/// <summary>Compresses answers in which no secret is.</summary>
/// <remarks>
/// Threat (BREACH): where a secret and something that an attacker chooses are compressed together, the length of the
/// answer tells the secret bit by bit, through TLS. So only what reads is compressed, and nothing with a cookie in it.
/// </remarks>
internal sealed class Compression(IServiceProvider services, IOptions<ResponseCompressionOptions> options)
    : ResponseCompressionProvider(services, options)
{
    public static void Configure(ResponseCompressionOptions options)
    {
        options.EnableForHttps = true;
        options.MimeTypes = [MediaTypeNames.Application.Json, MediaTypeNames.Text.Html];
    }

    public static bool IsPossible(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<CompressibleMetadata>() is not null
        && !context.Response.Headers.ContainsKey(HeaderNames.SetCookie);

    /// <summary>Names the header that decides, also where an answer is not compressed.</summary>
    public static void AddVary(HttpContext context)
    {
        var headers = context.Response.Headers;
        if (IsPossible(context) && !headers.Vary.ToString().Contains(HeaderNames.AcceptEncoding, StringComparison.OrdinalIgnoreCase))
        {
            headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        }
    }

    public override bool ShouldCompressResponse(HttpContext context) =>
        IsPossible(context) && base.ShouldCompressResponse(context);
}
