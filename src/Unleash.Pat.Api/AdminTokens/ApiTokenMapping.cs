using Unleash.Pat.Application.AdminTokens;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Api.AdminTokens;

// By hand, because a token fills fewer than half of the properties that Unleash's form has.
internal static class ApiTokenMapping
{
    public static ApiTokenSchema ToSchema(this AdminToken token) => token.FillIn(new ApiTokenSchema());

    public static ApiTokenCreatedSchema ToCreatedSchema(this CreatedAdminToken created) =>
        (ApiTokenCreatedSchema)created.Token.FillIn(new ApiTokenCreatedSchema { Secret = created.Secret.Reveal() });

    public static ApiTokenSchema ToSchema(this ConfiguredAdminToken token) =>
        new() { TokenName = token.Name, SeenAt = token.SeenAt, Configured = true };

    private static ApiTokenSchema FillIn(this AdminToken token, ApiTokenSchema schema) => schema with
    {
        Id = token.Id,
        TokenName = token.Name,
        ExpiresAt = token.ExpiresAt,
        CreatedAt = token.CreatedAt,
        SeenAt = token.SeenAt,
        CreatedBy = token.CreatedBy is { } creator
            ? new ApiTokenCreatorSchema { Id = creator.Id, Username = creator.Username, Name = creator.Name, Email = creator.Email }
            : null,
    };
}
