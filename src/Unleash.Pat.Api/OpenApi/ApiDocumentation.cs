using System.Text.Json;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Namotion.Reflection;
using NJsonSchema;
using NJsonSchema.Generation;
using NJsonSchema.Generation.TypeMappers;
using NSwag;
using NSwag.AspNetCore;
using NSwag.Generation.Processors;
using Unleash.Pat.Api.Authentication;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Application.OAuth;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Api.OpenApi;

/// <summary>The description of the API in OpenAPI, and the page that shows it; both are public.</summary>
internal static class ApiDocumentation
{
    private const string DocumentPath = "/docs/openapi.json";
    private const string PagePath = "/docs/openapi";
    private const string Title = "Unleash.Pat API";

    // Of the description. That of the program changes with every commit, and the committed description would with it.
    private const string DocumentVersion = "0.1.0";

    public static IServiceCollection AddApiDescription(this IServiceCollection services, string cookieName)
    {
        services.AddSingleton<IApiDescriptionProvider, ControllerOrder>();
        services.AddSingleton<PublishedDocument>();
        return services.AddOpenApiDocument((settings, provider) =>
        {
            settings.Title = Title;
            settings.Version = DocumentVersion;
            settings.Description = "Issues, lists, verifies and revokes personal access tokens behind Unleash's admin API.";
            settings.DefaultResponseReferenceTypeNullHandling = ReferenceTypeNullHandling.NotNull;
            DescribeSchemas(settings.SchemaSettings);
            settings.OperationProcessors.Add(new OperationProcessor());
            settings.OperationProcessors.Add(new ErrorResponseProcessor());
            provider.GetServices<IDocumentProcessor>().ToList().ForEach(settings.DocumentProcessors.Add);
            settings.PostProcess = document => Complete(document, cookieName);
        });
    }

    public static WebApplication UseApiDescription(this WebApplication app)
    {
        app.MapGet(DocumentPath, WriteAsync)
            .WithReading()
            .WithMetadata(new AuthenticatesByAttribute(UnleashSchemes.None))
            .AllowAnonymous()
            .ExcludeFromDescription();
        app.UseWhen(context => context.Request.Path.StartsWithSegments(PagePath, StringComparison.OrdinalIgnoreCase), UsePage);
        return app;
    }

    private static void UsePage(IApplicationBuilder app)
    {
        app.Use((context, next) => ApiPagePolicy.AddAsync(context, next, PagePath + "/index.html"));
        app.UseSwaggerUi(settings =>
        {
            settings.Path = PagePath;
            settings.SwaggerRoutes.Add(new SwaggerUiRoute(Title, DocumentPath));
            settings.DocumentTitle = Title;
            settings.DocExpansion = "list";
        });
    }

    private static async Task WriteAsync(HttpContext context)
    {
        var document = context.RequestServices.GetRequiredService<PublishedDocument>();
        var json = await document.JsonAsync(context.Request.PathBase);
        await Results.Bytes(json, "application/json; charset=utf-8").ExecuteAsync(context);
    }

    private static void DescribeSchemas(JsonSchemaGeneratorSettings settings)
    {
        var names = new SchemaNames();
        settings.SchemaNameGenerator = names;
        settings.TypeNameGenerator = names;
        settings.SchemaProcessors.Add(new WireSchemaProcessor());
        settings.FlattenInheritanceHierarchy = true;
        settings.XmlDocumentationFormatting = XmlDocsFormattingMode.Markdown;
        settings.TypeMappers.Add(Text(typeof(Password), "password"));
        settings.TypeMappers.Add(Text(typeof(PresentedSecret), "password"));
        settings.TypeMappers.Add(Text(typeof(PasswordLinkToken), "password"));
        settings.TypeMappers.Add(new PrimitiveTypeMapper(typeof(JsonElement), schema => schema.Type = JsonObjectType.Object));
        settings.TypeMappers.Add(Text(typeof(Guid), "uuid"));
    }

    private static PrimitiveTypeMapper Text(Type type, string format) => new(type, schema =>
    {
        schema.Type = JsonObjectType.String;
        schema.Format = format;
    });

    private static void Complete(OpenApiDocument document, string cookieName)
    {
        document.Info.License = new OpenApiLicense
        {
            Name = "Apache-2.0",
            Url = "https://www.apache.org/licenses/LICENSE-2.0",
        };
        document.Tags = [.. ApiTags.All];
        SecuritySchemes.AddTo(document, cookieName);
    }
}
