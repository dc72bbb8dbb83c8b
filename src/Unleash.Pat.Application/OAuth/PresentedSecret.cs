namespace Unleash.Pat.Application.OAuth;

/// <summary>A token's secret, or what a client sent in its place.</summary>
/// <param name="text">The text as it was sent.</param>
/// <remarks>Threat: a record that prints its members would write a token to a log; this type prints stars.</remarks>
public sealed class PresentedSecret(string text)
{
    public ReadOnlyMemory<char> Reveal() => text.AsMemory();

    public override string ToString() => "***";
}
