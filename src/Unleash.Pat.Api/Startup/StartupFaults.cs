using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Common;

namespace Unleash.Pat.Api.Startup;

/// <summary>Which faults whoever runs the service can mend, and so are told in a sentence instead of a stack trace.</summary>
internal static class StartupFaults
{
    // A value of the wrong type has no exception of its own, but the sentence names its key.
    private const string Binder = "Microsoft.Extensions.Configuration.Binder";

    public static bool AreMendable(Exception exception) => exception
        is StartupException
        or OptionsValidationException
        or InvalidOperationException { Source: Binder }
        or IOException { InnerException: AddressInUseException };
}
