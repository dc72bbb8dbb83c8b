namespace Unleash.Pat.Api.Http.Addresses;

/// <summary>Removes the base path from a request, and gives it the address that clients use.</summary>
internal static class PublicAddressMiddleware
{
    public static void UsePublicAddress(this WebApplication app)
    {
        var address = app.Services.GetRequiredService<PublicAddress>();
        if (address is { Scheme: null, BasePath.HasValue: false })
        {
            return;
        }

        app.Use(async (context, next) =>
        {
            var sent = context.Request.Path;
            address.Apply(context.Request);
            if (DiffersInCase(sent, address.BasePath) && AcceptedMedia.IsPageWanted(context.Request))
            {
                // Browsers compare the page's base and the cookie's path case by case.
                var rest = context.Request.Path;
                context.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
                context.Response.Headers.Location =
                    context.Request.PathBase.Add(rest).ToUriComponent() + context.Request.QueryString.ToUriComponent();
                return;
            }

            await next(context);
        });
    }

    private static bool DiffersInCase(PathString sent, PathString basePath) =>
        basePath.HasValue
        && sent.StartsWithSegments(basePath, StringComparison.OrdinalIgnoreCase)
        && !sent.StartsWithSegments(basePath, StringComparison.Ordinal);
}
