using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Unleash.Pat.Api.Http;

/// <summary>
/// Binds an integer of the path or the query, and refuses other values in the words of docs/api.md. A
/// <see cref="System.ComponentModel.DataAnnotations.RangeAttribute"/> beside it limits it.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class IntegerParameterAttribute() : ModelBinderAttribute(typeof(IntegerParameterBinder)), IBindingSourceMetadata
{
    public bool InPath { get; init; }

    public override BindingSource BindingSource => InPath ? BindingSource.Path : BindingSource.Query;
}
