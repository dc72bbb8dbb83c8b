namespace Unleash.Pat.Domain.Users;

/// <summary>A password on its way to the hasher.</summary>
/// <param name="text">What was typed.</param>
/// <remarks>Threat: a command that prints its members puts a password into a log; this type prints stars.</remarks>
public sealed class Password(string text)
{
    /// <summary>The password's text, for the hasher.</summary>
    /// <returns>What was typed.</returns>
    public string Reveal() => text;

    /// <summary>Three stars.</summary>
    /// <returns><c>***</c></returns>
    public override string ToString() => "***";
}
