using BenchmarkDotNet.Running;
using Unleash.Pat.Benchmarks;

// dotnet run --configuration Release --project tests/Unleash.Pat.Benchmarks -- --filter '*'
// dotnet run --configuration Release --project tests/Unleash.Pat.Benchmarks -- generate --help
if (args is [GenerateVerb.Name, ..])
{
    return await GenerateVerb.RunAsync(args);
}

BenchmarkSwitcher.FromAssembly(typeof(VerificationBenchmarks).Assembly).Run(args);
return 0;
