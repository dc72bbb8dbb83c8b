namespace Unleash.Pat.Domain.Users;

/// <summary>Names of permissions, as Unleash spells them (docs/api.md, section 5).</summary>
public static class Permission
{
    /// <summary>Everything, including other accounts.</summary>
    public const string Admin = "ADMIN";

    /// <summary>Create your own tokens.</summary>
    public const string CreatePat = "CREATE_PAT";

    /// <summary>List and read your own tokens.</summary>
    public const string ReadPat = "READ_PAT";

    /// <summary>Revoke your own tokens.</summary>
    public const string DeletePat = "DELETE_PAT";
}
