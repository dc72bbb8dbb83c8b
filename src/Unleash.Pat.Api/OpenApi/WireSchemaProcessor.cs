using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using NJsonSchema;
using NJsonSchema.Generation;
using Unleash.Pat.Api.Http;

namespace Unleash.Pat.Api.OpenApi;

/// <summary>Adds to a contract's schema what its C# states: which properties are required, and which values they have.</summary>
internal sealed class WireSchemaProcessor : ISchemaProcessor
{
    public void Process(SchemaProcessorContext context)
    {
        var type = context.ContextualType.Type;
        if (type.Assembly != typeof(WireSchemaProcessor).Assembly)
        {
            return;
        }

        var isRequest = SchemaNames.IsRequest(type);
        foreach (var property in type.GetProperties())
        {
            if (context.Schema.Properties.TryGetValue(NameOf(property), out var schema))
            {
                Describe(schema, property, isRequest);
            }
        }

        AddOthers(context, type);
        context.Schema.AllowAdditionalProperties = isRequest;
        context.Schema.Description = XmlDocText.Unwrap(context.Schema.Description);
    }

    private static void Describe(JsonSchemaProperty schema, PropertyInfo property, bool isRequest)
    {
        var isLeftOut = property.GetCustomAttribute<JsonIgnoreAttribute>()?.Condition == JsonIgnoreCondition.WhenWritingNull;
        schema.Description = XmlDocText.Unwrap(schema.Description);
        schema.IsRequired = isRequest ? property.IsDefined(typeof(RequiredMemberAttribute)) : !isLeftOut;
        if (isLeftOut)
        {
            schema.IsNullableRaw = null;
        }

        Refer(schema);
        DescribeValues(schema, property);
    }

    // OpenAPI 3.0 allows no description beside a reference; the referenced schema has one.
    private static void Refer(JsonSchemaProperty schema)
    {
        if (schema.OneOf.Count == 1 && schema.IsNullableRaw is not true)
        {
            schema.Reference = schema.OneOf.Single().Reference;
            schema.OneOf.Clear();
            schema.Description = null;
        }
    }

    private static void DescribeValues(JsonSchemaProperty schema, PropertyInfo property)
    {
        foreach (var value in property.GetCustomAttribute<AllowedValuesAttribute>()?.Values ?? [])
        {
            schema.Enumeration.Add(value);
        }

        if (property.GetCustomAttribute<ItemPatternAttribute>() is { } items)
        {
            schema.UniqueItems = true;
            schema.Item!.Pattern = items.Pattern;
        }

        if (property.IsDefined(typeof(TextOrIntegerAttribute)))
        {
            // Without a type, because generators make a class of every choice between two.
            schema.Type = JsonObjectType.None;
            schema.IsNullableRaw = null;
        }

        if (property.PropertyType == typeof(long) && property.Name.EndsWith("Id", StringComparison.Ordinal))
        {
            // The database counts from 1.
            schema.Minimum = 1;
        }
    }

    private static void AddOthers(SchemaProcessorContext context, Type type)
    {
        if (type.GetCustomAttribute<AlsoDocumentsAttribute>() is not { } others)
        {
            return;
        }

        var source = new JsonSchemaGenerator(context.Settings).Generate(others.Source);
        foreach (var name in others.Properties.Select(JsonNamingPolicy.CamelCase.ConvertName))
        {
            var property = source.Properties[name];
            source.Properties.Remove(name);
            property.IsReadOnly = others.ReadOnly;
            context.Schema.Properties.Add(name, property);
        }
    }

    private static string NameOf(PropertyInfo property) =>
        property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name);
}
