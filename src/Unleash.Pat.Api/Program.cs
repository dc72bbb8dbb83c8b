using System.Globalization;
using Unleash.Pat.Api.Hosting;

// The machine's language changes nothing that the service says. (SqlClient refuses to run without ICU, so the invariant
// mode of the whole process is no way to this.)
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;

return await CommandLine.RunAsync(args);

/// <summary>The program; public for the tests that start it.</summary>
public partial class Program;
