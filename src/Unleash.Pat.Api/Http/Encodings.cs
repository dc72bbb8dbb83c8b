using Microsoft.AspNetCore.ResponseCompression;

namespace Unleash.Pat.Api.Http;

/// <summary>Compresses answers and decompresses bodies.</summary>
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
