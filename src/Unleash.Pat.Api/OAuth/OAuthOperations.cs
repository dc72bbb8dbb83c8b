using NJsonSchema;
using NSwag;
using NSwag.Generation.Processors;
using NSwag.Generation.Processors.Contexts;
using Unleash.Pat.Api.OpenApi;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Api.OAuth;

/// <summary>Describes the endpoints for other services that are no controllers.</summary>
internal sealed class OAuthOperations : IDocumentProcessor
{
    private static readonly (string Name, string Description)[] TokenHeaders =
    [
        ("x-auth-user", "The username of the account, or its e-mail address where it has none. A value that is not visible ASCII, or that contains `%`, is percent-encoded UTF-8, all of it."),
        ("x-auth-user-id", "The ID of the account."),
        ("x-auth-email", "The e-mail address of the account, encoded as the username; absent where it has none."),
        ("x-auth-account-type", "`User`, or `Service Account`."),
        ("x-auth-role", "The root role of the account: `Admin`, `Editor` or `Viewer`."),
        ("x-auth-token-id", "The ID of the token."),
        ("x-auth-scopes", "What the token may do, separated by spaces; empty where that is nothing. For an unrestricted token all scopes that the configuration names, and absent where it names none."),
    ];

    public void Process(DocumentProcessorContext context)
    {
        var errors = new EndpointErrors(context);
        context.Document.Paths[ForwardAuthentication.ForwardAuthenticator.Path] =
            new OpenApiPathItem { [OpenApiOperationMethod.Get] = Verify(errors) };
        context.Document.Paths[RevocationStream.RevocationStreams.Path] =
            new OpenApiPathItem { [OpenApiOperationMethod.Get] = Stream(errors) };
    }

    private static OpenApiOperation Verify(EndpointErrors errors)
    {
        var accepted = new OpenApiResponse { Description = "The token is accepted. There is no body." };
        foreach (var (name, header) in WireHeaders.OfToken(TokenHeaders))
        {
            accepted.Headers[name] = header;
        }

        var operation = new OpenApiOperation
        {
            OperationId = "verifyToken",
            Summary = "Verify the token of a request, for a proxy that is about to pass it on",
            Description = "For the forward authentication of nginx, Traefik, Caddy, Envoy and HAProxy. Any method does the same, and a body is "
                + "not read. Of the request only the `authorization` header counts; an admin token is refused. The requirement in the query "
                + "belongs into the configuration of the proxy; where it cannot be used, the answer is 403 and says why.\n\n"
                + "Addresses below this one (`/auth/verify/…`, as Envoy sends them) are answered the same, without reading their query.",
            Security = [.. SecuritySchemes.OfTokens],
            Tags = [ApiTags.OAuth],
        };
        operation.Parameters.Add(Requirement("role", "Accept only accounts of this root role; repeated, of any of them.", new JsonSchema
        {
            Type = JsonObjectType.String,
            Enumeration = { RootRole.Admin.Name, RootRole.Editor.Name, RootRole.Viewer.Name },
        }));
        operation.Parameters.Add(Requirement("scope", "Accept only tokens that have this scope, or are unrestricted; repeated, all of them.", new JsonSchema
        {
            Type = JsonObjectType.String,
            Pattern = TokenScopes.Pattern,
        }));
        operation.Responses["200"] = accepted;
        errors.AddTo(operation, "Bearer", "The token does not meet the requirement, or the requirement cannot be used.");
        return operation;
    }

    private static OpenApiOperation Stream(EndpointErrors errors)
    {
        var stream = new OpenApiResponse { Description = "The events. They go on until the verifier closes the connection, or the service does." };
        stream.Content[RevocationStream.RevocationEvents.MediaType] =
            new OpenApiMediaType { Schema = new JsonSchema { Type = JsonObjectType.String } };
        foreach (var (name, header) in WireHeaders.OfToken([("x-accel-buffering", "`no`: nginx must pass each event on at once.")]))
        {
            stream.Headers[name] = header;
        }

        var operation = new OpenApiOperation
        {
            OperationId = "streamRevocations",
            Summary = "Stream what is revoked, for services that remember verified tokens",
            Description = "Credentials as for the introspection. The first event is `start`. `revoked` has the IDs of tokens, and of accounts all "
                + "of whose tokens are to be verified again: `{\"tokens\":[\"7\"],\"accounts\":[\"42\"]}`. `alive` comes at least every 500 ms. A "
                + "verifier that has heard nothing for one second must discard what it remembers, and connect again.",
            Security = [.. SecuritySchemes.OfVerifiers],
            Tags = [ApiTags.OAuth],
        };
        operation.Responses["200"] = stream;
        errors.AddTo(operation, "Basic", "The token belongs to a user, or its scopes do not allow reading. Only service accounts and admin tokens may verify the tokens of others.");
        return operation;
    }

    private static OpenApiParameter Requirement(string name, string description, JsonSchema item) => new()
    {
        Name = name,
        Kind = OpenApiParameterKind.Query,
        Description = description,
        Style = OpenApiParameterStyle.Form,
        Explode = true,
        Schema = new JsonSchema { Type = JsonObjectType.Array, Item = item },
    };
}
