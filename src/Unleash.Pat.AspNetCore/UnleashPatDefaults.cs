namespace Unleash.Pat.AspNetCore;

/// <summary>Names that the package uses unless a program chooses others.</summary>
public static class UnleashPatDefaults
{
    /// <summary>The authentication scheme, and the section of <c>Authentication:Schemes</c> that configures it.</summary>
    public const string AuthenticationScheme = "UnleashPat";

    /// <summary>The name of the meter that reports what the package does.</summary>
    public const string MeterName = "Unleash.Pat.AspNetCore";
}
