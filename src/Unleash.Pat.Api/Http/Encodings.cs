using Microsoft.AspNetCore.ResponseCompression;

namespace Unleash.Pat.Api.Http;

/// <summary>Packs answers and unpacks bodies.</summary>
internal static class Encodings
{
    public static IServiceCollection AddEncodings(this IServiceCollection services)
    {
        services.AddRequestDecompression();
        services.AddResponseCompression(Compression.Configure);
        services.AddSingleton<IResponseCompressionProvider, Compression>();
        return services;
    }
}
