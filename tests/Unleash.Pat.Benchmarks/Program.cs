using BenchmarkDotNet.Running;
using Unleash.Pat.Benchmarks;

// dotnet run --configuration Release --project tests/Unleash.Pat.Benchmarks -- --filter '*'
if (args is [BareService.Name, .. var arguments])
{
    return await BareService.RunAsync(arguments);
}

BenchmarkSwitcher.FromAssembly(typeof(VerificationBenchmarks).Assembly).Run(args);
return 0;
