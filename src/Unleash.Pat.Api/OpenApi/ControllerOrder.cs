using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.Controllers;

namespace Unleash.Pat.Api.OpenApi;

/// <summary>Orders operations by controller, so that the document does not change where a file is moved.</summary>
internal sealed class ControllerOrder : IApiDescriptionProvider
{
    public int Order => 0;

    public void OnProvidersExecuting(ApiDescriptionProviderContext context)
    {
    }

    public void OnProvidersExecuted(ApiDescriptionProviderContext context)
    {
        var ordered = context.Results.OrderBy(NameOf, StringComparer.OrdinalIgnoreCase).ToList();
        context.Results.Clear();
        foreach (var action in ordered)
        {
            context.Results.Add(action);
        }
    }

    private static string NameOf(ApiDescription action) => (action.ActionDescriptor as ControllerActionDescriptor)?.ControllerName ?? "";
}
