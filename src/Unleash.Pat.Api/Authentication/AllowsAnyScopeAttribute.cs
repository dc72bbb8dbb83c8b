namespace Unleash.Pat.Api.Authentication;

/// <summary>Lets every token use an endpoint, whatever its scopes are: it says no more than who the token is.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AllowsAnyScopeAttribute : Attribute;
