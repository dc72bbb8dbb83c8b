using BenchmarkDotNet.Running;
using Unleash.Pat.Benchmarks;

// dotnet run --configuration Release --project tests/Unleash.Pat.Benchmarks -- --filter '*'
// dotnet run --configuration Release --project tests/Unleash.Pat.Benchmarks -- generate --help
switch (args)
{
    case [GenerateVerb.Name, ..]:
        return await GenerateVerb.RunAsync(args);
    case [BareService.Name, .. var arguments]:
        return await BareService.RunAsync(arguments);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(VerificationBenchmarks).Assembly).Run(args);
        return 0;
}
