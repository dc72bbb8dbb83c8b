using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Unleash.Pat.Api.Http;

namespace Unleash.Pat.Api.Hosting;

/// <summary>Counts the requests of an application.</summary>
internal sealed class CountedApplication<TContext>(IHttpApplication<TContext> application, RequestsAtWork atWork) : IHttpApplication<TContext>
    where TContext : notnull
{
    public TContext CreateContext(IFeatureCollection contextFeatures)
    {
        var context = application.CreateContext(contextFeatures);
        atWork.Enter();
        return context;
    }

    public Task ProcessRequestAsync(TContext context) => application.ProcessRequestAsync(context);

    public void DisposeContext(TContext context, Exception? exception)
    {
        atWork.Leave();
        application.DisposeContext(context, exception);
    }
}
