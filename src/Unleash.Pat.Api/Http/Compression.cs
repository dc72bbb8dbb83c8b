using System.Net.Mime;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Unleash.Pat.Api.Http;

/// <summary>Marks an endpoint whose answers may be compressed, because they contain no secret.</summary>
internal sealed record CompressibleMetadata;

/// <summary>Excludes an action that reads from compression, because its answer contains a secret.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
internal sealed class NeverCompressedAttribute : Attribute;

/// <summary>Compresses answers that contain no secret.</summary>
/// <remarks>
/// Threat (BREACH): where a secret and a text of an attacker are compressed together, the length of the answer reveals the
/// secret bit by bit, through TLS. So only endpoints that read are compressed, and no answer that sets a cookie.
/// </remarks>
internal sealed class Compression(IServiceProvider services, IOptions<ResponseCompressionOptions> options)
    : ResponseCompressionProvider(services, options)
{
    public static void Configure(ResponseCompressionOptions options)
    {
        options.EnableForHttps = true;
        options.MimeTypes = [MediaTypeNames.Application.Json, MediaTypeNames.Text.Csv, MediaTypeNames.Text.Html];
    }

    public static bool IsPossible(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<CompressibleMetadata>() is not null
        && !context.Response.Headers.ContainsKey(HeaderNames.SetCookie);

    /// <summary>Adds <c>vary</c>, also to an answer that is not compressed.</summary>
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
