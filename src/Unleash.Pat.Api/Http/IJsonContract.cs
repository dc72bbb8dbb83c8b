namespace Unleash.Pat.Api.Http;

/// <summary>A request body that reads itself, so that every fault of it is told at once and in the words of docs/api.md.</summary>
/// <typeparam name="TSelf">The body.</typeparam>
public interface IJsonContract<out TSelf>
{
    /// <summary>
    /// Whether the body holds what no error may repeat, a password above all. Default: <see langword="false"/>.
    /// </summary>
    static virtual bool IsSensitive => false;

    /// <summary>Reads the body; faults are gathered in the reader.</summary>
    /// <param name="reader">The parsed body.</param>
    /// <returns>The body; of no use where the reader has found faults.</returns>
    static abstract TSelf Read(SchemaReader reader);
}
