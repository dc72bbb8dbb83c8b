using System.Data.Common;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Faults;

/// <summary>What the engine of these tests says.</summary>
internal sealed class FailureException : DbException;
