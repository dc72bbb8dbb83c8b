namespace Unleash.Pat.EndToEndTests.Support;

/// <summary>The ids of the roles (contract section 5).</summary>
internal static class Roles
{
    public const int Admin = 1;
    public const int Editor = 2;
    public const int Viewer = 3;
}
