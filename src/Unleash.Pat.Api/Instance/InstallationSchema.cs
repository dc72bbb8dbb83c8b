namespace Unleash.Pat.Api.Instance;

/// <summary>What the service runs on, for the report of a bug; nothing secret.</summary>
public sealed record InstallationSchema
{
    /// <summary>The service's version, with the commit that it was built from if that is known.</summary>
    /// <example>0.1.0+3f2c1d9</example>
    public required string Version { get; init; }

    /// <summary>Which database this is.</summary>
    /// <example>7f1d9c52-8a0b-4c7e-9d3e-5b6a4f0c2e11</example>
    public required string InstanceId { get; init; }

    /// <summary><c>Sqlite</c> or <c>SqlServer</c>.</summary>
    /// <example>SqlServer</example>
    public required string DatabaseProvider { get; init; }

    /// <summary>The .NET runtime.</summary>
    /// <example>.NET 10.0.1</example>
    public required string Runtime { get; init; }

    /// <summary>The operating system and the processor's architecture.</summary>
    /// <example>Ubuntu 24.04.3 LTS, X64</example>
    public required string OperatingSystem { get; init; }
}
