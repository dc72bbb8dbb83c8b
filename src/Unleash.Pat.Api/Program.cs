using System.Globalization;
using Unleash.Pat.Api.Hosting;

// Independent of the machine's language. The process's invariant mode would do the same, but SqlClient refuses to run in it.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;

return await CommandLine.RunAsync(args);

/// <summary>Public for the tests that start it.</summary>
public partial class Program;
