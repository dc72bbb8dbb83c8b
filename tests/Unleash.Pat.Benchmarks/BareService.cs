using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace Unleash.Pat.Benchmarks;

/// <summary>The verb <c>bare</c>: Kestrel with one small answer in JSON, to compare the service with. build/load.sh starts it.</summary>
internal static class BareService
{
    public const string Name = "bare";

    public static async Task<int> RunAsync(string[] arguments)
    {
        var builder = WebApplication.CreateBuilder(arguments);
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.MapGet("/json", () => new Answer("hello"));
        await app.RunAsync();
        return 0;
    }

    private sealed record Answer(string Message);
}
