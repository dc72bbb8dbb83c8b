using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Unleash.Pat.Application;

namespace Unleash.Pat.Api.Http;

internal sealed class IntegerParameterBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var name = bindingContext.FieldName;
        var inPath = bindingContext.BindingSource == BindingSource.Path;
        var text = inPath
            ? bindingContext.HttpContext.GetRouteValue(name) as string
            : bindingContext.HttpContext.Request.Query[name].ToString();
        if (string.IsNullOrEmpty(text))
        {
            return Task.CompletedTask;
        }

        var value = Parse(text, inPath, $"/{(inPath ? "params" : "query")}/{name}", Range(bindingContext));
        var type = bindingContext.ModelMetadata.UnderlyingOrModelType;
        bindingContext.Result = ModelBindingResult.Success(Convert.ChangeType(value, type, CultureInfo.InvariantCulture));
        return Task.CompletedTask;
    }

    private static RangeAttribute? Range(ModelBindingContext context) =>
        context.ModelMetadata.ValidatorMetadata.OfType<RangeAttribute>().FirstOrDefault();

    private static long Parse(string text, bool inPath, string path, RangeAttribute? range)
    {
        var digits = text[0] == '-' ? text[1..] : text;
        if (digits.Length == 0 || digits.Any(character => !char.IsAsciiDigit(character)))
        {
            throw Fault(path, "must be integer", text);
        }

        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            // An integer with more digits than any id has.
            value = text[0] == '-' ? long.MinValue : long.MaxValue;
        }

        if (!inPath && range is not null)
        {
            Check(value, range, path, text);
        }

        return value;
    }

    private static void Check(long value, RangeAttribute range, string path, string text)
    {
        if (value < Convert.ToInt64(range.Minimum, CultureInfo.InvariantCulture))
        {
            throw Fault(path, string.Create(CultureInfo.InvariantCulture, $"must be >= {range.Minimum}"), text);
        }

        if (value > Convert.ToInt64(range.Maximum, CultureInfo.InvariantCulture))
        {
            throw Fault(path, string.Create(CultureInfo.InvariantCulture, $"must be <= {range.Maximum}"), text);
        }
    }

    private static RefusedException Fault(string path, string demand, string text) => RefusedException.BrokenSchema(
        Errors.PropertyInvalid(path, demand, JsonText.Quote(text)));
}
