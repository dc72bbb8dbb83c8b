using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Unleash.Pat.Api.Http;

/// <summary>Binds a date-time or a boolean of the query, and refuses other values in the words of docs/api.md.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class QueryParameterAttribute() : ModelBinderAttribute(typeof(QueryParameterBinder))
{
    public override BindingSource BindingSource => BindingSource.Query;
}
