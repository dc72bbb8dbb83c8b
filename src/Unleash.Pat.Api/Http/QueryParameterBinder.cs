using Microsoft.AspNetCore.Mvc.ModelBinding;
using Unleash.Pat.Application;

namespace Unleash.Pat.Api.Http;

internal sealed class QueryParameterBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var name = bindingContext.FieldName;
        var text = bindingContext.HttpContext.Request.Query[name].ToString();
        if (text.Length > 0)
        {
            bindingContext.Result = ModelBindingResult.Success(Read(text, bindingContext.ModelMetadata.UnderlyingOrModelType, $"/query/{name}"));
        }

        return Task.CompletedTask;
    }

    private static object Read(string text, Type type, string path) => type switch
    {
        _ when type == typeof(bool) => text switch
        {
            "true" => true,
            "false" => false,
            _ => throw Fault(path, "must be boolean", text),
        },
        _ when type == typeof(DateTimeOffset) => Rfc3339.TryParse(text, out var instant)
            ? instant
            : throw Fault(path, "must match format \"date-time\"", text),
        _ => throw new NotSupportedException($"{path} is of type {type.Name}, which {nameof(QueryParameterBinder)} does not read."),
    };

    private static RefusedException Fault(string path, string demand, string text) =>
        RefusedException.BrokenSchema(Errors.PropertyInvalid(path, demand, JsonText.Quote(text)));
}
