using AutoMapper;
using MediatR;
using Unleash.Pat.Application.Importing;

namespace Unleash.Pat.Api.Hosting.Administration;

/// <summary>What a command of an administrator works with.</summary>
internal sealed class Administration(IServiceProvider services)
{
    public IMediator Mediator { get; } = services.GetRequiredService<IMediator>();

    public IUnleashDatabases UnleashDatabases => services.GetRequiredService<IUnleashDatabases>();

    /// <summary>The exit code of a command that has told its result, but found faults.</summary>
    public int ExitCode { get; set; }

    public IMapper Mapper { get; } = services.GetRequiredService<IMapper>();
}

/// <summary>Runs a command of an administrator on the database of the configuration.</summary>
/// <returns>The exit code.</returns>
internal delegate Task<int> AdministrationRunner(
    Func<Administration, CancellationToken, Task> work, CancellationToken cancellationToken);
