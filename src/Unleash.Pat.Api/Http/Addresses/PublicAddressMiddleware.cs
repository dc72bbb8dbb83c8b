namespace Unleash.Pat.Api.Http.Addresses;

/// <summary>Takes the base path off a request, and gives it the address that people and programs see.</summary>
internal static class PublicAddressMiddleware
{
    public static void UsePublicAddress(this WebApplication app)
    {
        var address = app.Services.GetRequiredService<PublicAddress>();
        app.Use(async (context, next) =>
        {
            var sent = context.Request.Path;
            address.Apply(context.Request);
            if (IsSpeltOtherwise(sent, address.BasePath) && AcceptedMedia.IsPageWanted(context.Request))
            {
                // A browser compares the page's base and the cookie's path letter by letter.
                var rest = context.Request.Path;
                context.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
                context.Response.Headers.Location =
                    context.Request.PathBase.Add(rest).ToUriComponent() + context.Request.QueryString.ToUriComponent();
                return;
            }

            await next(context);
        });
    }

    private static bool IsSpeltOtherwise(PathString sent, PathString basePath) =>
        basePath.HasValue
        && sent.StartsWithSegments(basePath, StringComparison.OrdinalIgnoreCase)
        && !sent.StartsWithSegments(basePath, StringComparison.Ordinal);
}
