using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Unleash.Pat.TestSupport.Needs;

/// <summary>
/// xunit's own framework, but for suites whose need is not met: they stand in the results as one skipped test, whose name
/// says how many they are and what is missing, instead of hundreds that say nothing.
/// </summary>
public sealed class NeedsTestFramework : XunitTestFramework
{
    protected override ITestFrameworkDiscoverer CreateDiscoverer(Assembly assembly) =>
        new Discoverer(new XunitTestAssembly(assembly, version: assembly.GetName().Version));

    private sealed class Discoverer(IXunitTestAssembly assembly) : XunitTestFrameworkDiscoverer(assembly)
    {
        // By what is missing; the first of them stands for all.
        private readonly Dictionary<string, List<Type>> _unmet = Unmet(assembly.Assembly);

        protected override async ValueTask<bool> FindTestsForType(
            IXunitTestClass testClass, ITestFrameworkDiscoveryOptions discoveryOptions, Func<ITestCase, ValueTask<bool>> discoveryCallback)
        {
            var (missing, suites) = _unmet.FirstOrDefault(pair => pair.Value.Contains(testClass.Class));
            if (suites is null)
            {
                return await base.FindTestsForType(testClass, discoveryOptions, discoveryCallback);
            }

            return suites[0] != testClass.Class || await discoveryCallback(Skipped(testClass, suites.Count, missing));
        }

        private static XunitTestCase Skipped(IXunitTestClass testClass, int suites, string missing)
        {
            var name = $"{suites} suites do not run. {missing}";
            var method = new XunitTestMethod(testClass, testClass.Methods.First(), []);
            return new XunitTestCase(
                method, name, UniqueIDGenerator.ForTestCase(method.UniqueID, null, null), @explicit: false, skipReason: missing);
        }

        private static Dictionary<string, List<Type>> Unmet(Assembly tests) => tests.GetExportedTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.GetMethods().Any(IsTest))
            .Select(type => (Suite: type, NeedsAttribute.Of(type)?.Missing))
            .Where(found => found.Missing is not null)
            .GroupBy(found => found.Missing!, found => found.Suite)
            .ToDictionary(group => group.Key, group => group.OrderBy(type => type.FullName, StringComparer.Ordinal).ToList());

        private static bool IsTest(MethodInfo method) => method.GetCustomAttributes().Any(attribute => attribute is IFactAttribute);
    }
}
