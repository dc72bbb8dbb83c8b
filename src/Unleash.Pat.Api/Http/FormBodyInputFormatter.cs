using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc.Formatters;
using Unleash.Pat.Application;
using Unleash.Pat.Application.OAuth;

namespace Unleash.Pat.Api.Http;

/// <summary>Marks a request whose body is a form. Its properties are texts, or secrets.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class FormRequestAttribute : Attribute;

/// <summary>Marks a field that clients may send, and that is not read.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class IgnoredFieldAttribute : Attribute;

/// <summary>Reads the bodies of requests that are forms. Fields that the request does not have are ignored.</summary>
internal sealed class FormBodyInputFormatter : IInputFormatter
{
    private readonly ConcurrentDictionary<Type, bool> _isForm = new();
    private readonly ConcurrentDictionary<Type, IReadOnlyList<FormField>> _contracts = new();

    // MVC asks for each body, and to look for the attribute is a hundredth of what creating a token costs.
    public bool CanRead(InputFormatterContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _isForm.GetOrAdd(context.ModelType, static type => type.IsDefined(typeof(FormRequestAttribute)));
    }

    public async Task<InputFormatterResult> ReadAsync(InputFormatterContext context)
    {
        var form = await FormBody.ReadAsync(context.HttpContext.Request, context.HttpContext.RequestAborted);
        var fields = _contracts.GetOrAdd(
            context.ModelType,
            static type => [.. type.GetProperties().Where(property => !property.IsDefined(typeof(IgnoredFieldAttribute)))
                .Select(property => new FormField(property))]);
        var body = Activator.CreateInstance(context.ModelType)!;
        List<ErrorDetail> faults = [.. fields.Select(field => field.Read(form, body)).OfType<ErrorDetail>()];
        return faults.Count == 0 ? await InputFormatterResult.SuccessAsync(body) : throw RefusedException.BrokenSchema(faults);
    }

    private sealed class FormField(PropertyInfo property)
    {
        private readonly string _name = property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name
            ?? System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(property.Name);

        private readonly bool _isRequired = property.IsDefined(typeof(RequiredMemberAttribute));

        /// <returns>What is wrong with it. It is never repeated, because it may be a secret.</returns>
        public ErrorDetail? Read(FormBody form, object body)
        {
            var value = form.Find(_name, out var isRepeated);
            if (isRepeated)
            {
                return Errors.PropertyInvalid($"/body/{_name}", "must be sent once", sent: null);
            }

            if (value is null)
            {
                return _isRequired ? Errors.PropertyMissing($"/body/{_name}") : null;
            }

            property.SetValue(body, property.PropertyType == typeof(PresentedSecret) ? new PresentedSecret(value) : value);
            return null;
        }
    }
}
