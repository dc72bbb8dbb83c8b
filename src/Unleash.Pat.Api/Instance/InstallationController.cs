using System.Runtime.InteropServices;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Unleash.Pat.Api.Authentication;
using Unleash.Pat.Api.OpenApi;
using Unleash.Pat.Application.Instance;

namespace Unleash.Pat.Api.Instance;

/// <summary>What the service runs on.</summary>
[ApiController]
[Route("api/admin/installation")]
[Tags(ApiTags.Operational)]
public sealed class InstallationController(IMediator mediator) : ControllerBase
{
    /// <summary>Get what the service runs on.</summary>
    /// <remarks>Returns the version, the database's engine, the runtime and the operating system, for the report of a bug.</remarks>
    /// <returns>The facts.</returns>
    [HttpGet]
    [Sends<GetInstallationQuery>]
    public async Task<InstallationSchema> GetInstallation(CancellationToken cancellationToken)
    {
        var installation = await mediator.Send(new GetInstallationQuery(), cancellationToken);
        return new InstallationSchema
        {
            Version = UiConfigController.FullVersion,
            InstanceId = installation.InstanceId.ToString(),
            DatabaseProvider = installation.DatabaseProvider,
            Runtime = RuntimeInformation.FrameworkDescription,
            OperatingSystem = $"{RuntimeInformation.OSDescription}, {RuntimeInformation.OSArchitecture}",
        };
    }
}
