using NSwag;

namespace Unleash.Pat.Api.OpenApi;

/// <summary>The groups of operations, named as Unleash names them.</summary>
internal static class ApiTags
{
    public const string Auth = "Auth";

    public const string Events = "Events";

    public const string PersonalAccessTokens = "Personal access tokens";

    public const string Users = "Users";

    public static IReadOnlyList<OpenApiTag> All { get; } =
    [
        Tag(PersonalAccessTokens, "Create, list and delete the personal access tokens of the current user."),
        Tag(Auth, "Sign in and out."),
        Tag(Users, "The current user, and the users that an administrator manages."),
        Tag(Events, "Read the log of what happened."),
    ];

    private static OpenApiTag Tag(string name, string description) => new() { Name = name, Description = description };
}
