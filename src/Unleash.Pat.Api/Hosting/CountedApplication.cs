using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Unleash.Pat.Api.Http;

namespace Unleash.Pat.Api.Hosting;

/// <summary>Counts the requests of an application.</summary>
internal sealed class CountedApplication<TContext>(IHttpApplication<TContext> application, RequestsAtWork atWork) : IHttpApplication<TContext>
    where TContext : notnull
{
    public TContext CreateContext(IFeatureCollection contextFeatures) => application.CreateContext(contextFeatures);

    // Not until the context is disposed of: before that, the web server reads the rest of a body that was refused without being read.
    public async Task ProcessRequestAsync(TContext context)
    {
        atWork.Enter();
        try
        {
            await application.ProcessRequestAsync(context);
        }
        finally
        {
            atWork.Leave();
        }
    }

    public void DisposeContext(TContext context, Exception? exception) => application.DisposeContext(context, exception);
}
