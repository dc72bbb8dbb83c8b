namespace Unleash.Pat.Api.Authentication;

/// <summary>States that an endpoint changes nothing though its method is not GET, so the scope to read is enough.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OnlyReadsAttribute : Attribute;
