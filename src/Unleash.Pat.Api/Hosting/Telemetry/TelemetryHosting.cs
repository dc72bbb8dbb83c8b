namespace Unleash.Pat.Api.Hosting.Telemetry;

internal static class TelemetryHosting
{
    /// <summary>Adds OpenTelemetry where the settings send something somewhere. Otherwise none of its assemblies is loaded.</summary>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        var settings = TelemetrySettings.Read(builder.Configuration);
        if (settings.IsOn)
        {
            TelemetryExport.Add(builder, settings);
        }
    }
}
