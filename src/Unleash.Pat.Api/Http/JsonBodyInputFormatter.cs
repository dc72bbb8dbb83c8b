using System.Collections.Concurrent;
using Microsoft.AspNetCore.Mvc.Formatters;

namespace Unleash.Pat.Api.Http;

/// <summary>Reads the bodies of all requests.</summary>
internal sealed class JsonBodyInputFormatter : IInputFormatter
{
    private readonly ConcurrentDictionary<Type, BodyContract> _contracts = new();

    public bool CanRead(InputFormatterContext context) => true;

    public async Task<InputFormatterResult> ReadAsync(InputFormatterContext context)
    {
        var contract = _contracts.GetOrAdd(context.ModelType, static type => new BodyContract(type));
        if (OptionalBodyAttribute.IsMissing(context.HttpContext.Request, context.ModelType))
        {
            return await InputFormatterResult.SuccessAsync(contract.Empty());
        }

        using var document = await JsonBody.ReadAsync(context.HttpContext.Request, context.HttpContext.RequestAborted);
        return await InputFormatterResult.SuccessAsync(contract.Read(document.RootElement));
    }
}
