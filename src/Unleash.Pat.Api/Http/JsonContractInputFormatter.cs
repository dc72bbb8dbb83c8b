using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Mvc.Formatters;

namespace Unleash.Pat.Api.Http;

/// <summary>Reads every <c>[FromBody]</c> parameter; their types implement <see cref="IJsonContract{TSelf}"/>.</summary>
internal sealed class JsonContractInputFormatter : IInputFormatter
{
    private static readonly MethodInfo ReadBody =
        typeof(JsonContractInputFormatter).GetMethod(nameof(ReadContract), BindingFlags.NonPublic | BindingFlags.Static)!;

    private readonly ConcurrentDictionary<Type, Func<HttpRequest, CancellationToken, Task<object>>> _readers = new();

    public bool CanRead(InputFormatterContext context) => true;

    public async Task<InputFormatterResult> ReadAsync(InputFormatterContext context)
    {
        var read = _readers.GetOrAdd(context.ModelType, static type =>
            ReadBody.MakeGenericMethod(type).CreateDelegate<Func<HttpRequest, CancellationToken, Task<object>>>());
        return await InputFormatterResult.SuccessAsync(await read(context.HttpContext.Request, context.HttpContext.RequestAborted));
    }

    private static async Task<object> ReadContract<T>(HttpRequest request, CancellationToken cancellationToken)
        where T : class, IJsonContract<T>
    {
        using var document = await JsonBody.ReadAsync(request, cancellationToken);
        var reader = new SchemaReader(document.RootElement, T.IsSensitive);
        var body = T.Read(reader);
        reader.ThrowOnFaults();
        return body;
    }
}
