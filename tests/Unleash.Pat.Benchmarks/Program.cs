using BenchmarkDotNet.Running;
using Unleash.Pat.Benchmarks;

// dotnet run --configuration Release --project tests/Unleash.Pat.Benchmarks -- --filter '*'
BenchmarkSwitcher.FromAssembly(typeof(VerificationBenchmarks).Assembly).Run(args);
