namespace Unleash.Pat.Api.Authentication;

/// <summary>Lets every token use an endpoint, whatever its scopes are: it is about nothing but the token that authenticates the request, and its account.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AllowsAnyScopeAttribute : Attribute;
