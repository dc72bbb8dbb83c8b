namespace Unleash.Pat.TestSupport.Needs;

/// <summary>
/// Says what a suite needs that a machine may lack. Put it on a test class, or on the engine that a suite is written over.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class NeedsAttribute : Attribute
{
    /// <summary>What is missing on this machine, in a sentence that says how to get it; <see langword="null"/> where it is there.</summary>
    public abstract string? Missing { get; }

    /// <summary>What a test class needs: by its own attribute, by a base class's, or by a type that one of them is made of.</summary>
    /// <param name="testClass">The class.</param>
    /// <returns>The need, met or not; <see langword="null"/> where it has none.</returns>
    public static NeedsAttribute? Of(Type testClass)
    {
        for (var type = testClass; type is not null; type = type.BaseType)
        {
            var need = type.GenericTypeArguments.Prepend(type).Select(Declared).FirstOrDefault(found => found is not null);
            if (need is not null)
            {
                return need;
            }
        }

        return null;
    }

    private static NeedsAttribute? Declared(Type type) =>
        (NeedsAttribute?)GetCustomAttribute(type, typeof(NeedsAttribute), inherit: false);
}
