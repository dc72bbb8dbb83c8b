using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Unleash.Pat.Api.Authentication;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Domain.Users;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.OpenApi;

/// <summary>Every action sends the request that it states, from which its permission and its description follow.</summary>
[OneEngineOnly("It is about what is sent, before any engine has a part in it.")]
public sealed class SentRequestTests(ServiceFixture<SqliteEngine> fixture) : FunctionalTests<SqliteEngine>(fixture)
{
    public static TheoryData<string> Names =>
        [.. Actions.All.Where(action => action.IsDefined(typeof(SendsAttribute))).Select(Actions.NameOf)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_sends_what_it_states(string name)
    {
        var action = Actions.Named(name);
        var administrator = await Service.AccountAsync(new() { Role = RootRole.Admin });

        // Verifiers have no session.
        await CallAsync(action.IsDefined(typeof(AuthenticatesByAttribute)) ? Service.Administrator : administrator.Client, action);

        Service.Services.GetRequiredService<StatedRequests>().SentBy(action)
            .ShouldBe(action.GetCustomAttribute<SendsAttribute>()!.Request);
    }

    private async Task CallAsync(ServiceClient client, MethodInfo action)
    {
        var endpoint = Service.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .First(endpoint => endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()?.MethodInfo == action);
        var method = HttpMethod.Parse(endpoint.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods[0]);
        var path = new ApiOperation(method, $"/{endpoint.RoutePattern.RawText}", []).Path("0");
        await client.SendAsync(method, path, Body(action));
    }

    // One that its contract takes; what its rules say of it comes after it was sent.
    private static HttpContent? Body(MethodInfo action)
    {
        var body = action.GetParameters().FirstOrDefault(parameter => parameter.Name == "body")?.ParameterType;
        if (body?.IsDefined(typeof(FormRequestAttribute)) is true)
        {
            return new FormUrlEncodedContent([KeyValuePair.Create("token", "a text")]);
        }

        // A body that is partial may be empty; a part of a body must be an object.
        var properties = body is null || body.IsAssignableTo(typeof(PartialBody)) ? [] : body.GetProperties();
        return body is null ? null : ServiceClient.Json(JsonSerializer.Serialize(properties
            .Where(property => IsText(property.PropertyType) || IsPart(property))
            .ToDictionary(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name), property => IsPart(property) ? new object() : "a text")));
    }

    private static bool IsText(Type type) => type == typeof(string) || type == typeof(Password) || type == typeof(PasswordLinkToken);

    private static bool IsPart(PropertyInfo property) => property.PropertyType.Name.EndsWith("Request", StringComparison.Ordinal);
}
