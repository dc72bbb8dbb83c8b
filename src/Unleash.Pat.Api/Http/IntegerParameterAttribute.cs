using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Unleash.Pat.Api.Http;

/// <summary>
/// Binds an integer of the path or the query, and refuses anything else in the words of docs/api.md. Bounds are those of a
/// <see cref="System.ComponentModel.DataAnnotations.RangeAttribute"/> beside it.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class IntegerParameterAttribute() : ModelBinderAttribute(typeof(IntegerParameterBinder)), IBindingSourceMetadata
{
    /// <summary>Whether the value is a part of the path; otherwise it is of the query. Default: the query.</summary>
    public bool InPath { get; init; }

    /// <inheritdoc />
    public override BindingSource BindingSource => InPath ? BindingSource.Path : BindingSource.Query;
}
