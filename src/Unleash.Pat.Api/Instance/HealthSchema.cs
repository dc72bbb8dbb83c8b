namespace Unleash.Pat.Api.Instance;

/// <summary>How the service is, as Unleash has it.</summary>
/// <param name="Health"><c>GOOD</c></param>
public sealed record HealthSchema(string Health = "GOOD");
