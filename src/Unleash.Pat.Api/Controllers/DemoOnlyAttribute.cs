using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Unleash.Pat.Api.Controllers;

/// <summary>Marks a route that exists only where <c>Authentication:Demo=true</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DemoOnlyAttribute : Attribute
{
    internal const string Key = "Authentication:Demo";

    /// <summary>Takes the marked routes away.</summary>
    internal sealed class Removal : IApplicationModelConvention
    {
        public void Apply(ApplicationModel application)
        {
            foreach (var controller in application.Controllers)
            {
                foreach (var action in controller.Actions.Where(action => action.Attributes.OfType<DemoOnlyAttribute>().Any()).ToList())
                {
                    controller.Actions.Remove(action);
                }
            }
        }
    }
}
