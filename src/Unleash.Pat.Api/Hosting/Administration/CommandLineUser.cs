using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Api.Hosting.Administration;

/// <summary>The administrator who has a shell: a reader of the configuration can write the database as well.</summary>
internal sealed class CommandLineUser : ICurrentUser
{
    // Named by the user of the machine, so that the event log tells who it was.
    public Caller Caller { get; } = new(null, $"command line ({Environment.UserName})", RootRole.Admin);

    public long? SessionId => null;
}
