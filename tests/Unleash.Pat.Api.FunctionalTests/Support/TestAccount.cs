namespace Unleash.Pat.Api.FunctionalTests.Support;

/// <summary>An account of a test.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Email">Its e-mail address.</param>
/// <param name="Client">A client with its session.</param>
public sealed record TestAccount(long Id, string Email, ServiceClient Client);
