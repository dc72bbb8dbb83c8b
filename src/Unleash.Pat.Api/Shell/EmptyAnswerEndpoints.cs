using System.Net.Mime;
using System.Text.Json;
using NSwag.Generation.Processors;
using Unleash.Pat.Api.Authentication;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Application;

namespace Unleash.Pat.Api.Shell;

/// <summary>Maps the empty answers, each of which is written once.</summary>
internal static class EmptyAnswerEndpoints
{
    private static readonly JsonSerializerOptions Json = WireJson.CreateOptions();

    public static IServiceCollection AddEmptyAnswers(this IServiceCollection services) =>
        services.AddSingleton<IDocumentProcessor, EmptyAnswerOperations>();

    public static void MapEmptyAnswers(this WebApplication app)
    {
        foreach (var answer in EmptyAnswers.All)
        {
            // At the first request: the first JSON that a process writes takes longer than the rest of a start's routes.
            var body = new Lazy<byte[]>(() => JsonSerializer.SerializeToUtf8Bytes(answer.Body, Json));
            app.MapGet(answer.Path, context => WriteAsync(context, answer, body.Value))
                .WithReading().RequireAuthorization().ExcludeFromDescription();
        }
    }

    private static Task WriteAsync(HttpContext context, EmptyAnswer answer, byte[] body)
    {
        if (answer.Permission is { } permission
            && (context.User.Identity is not CallerIdentity identity || !identity.Caller.Role.Grants(permission)))
        {
            throw new RefusedException(Errors.PermissionMissing(permission));
        }

        return Results.Bytes(body, $"{MediaTypeNames.Application.Json}; charset=utf-8").ExecuteAsync(context);
    }
}
