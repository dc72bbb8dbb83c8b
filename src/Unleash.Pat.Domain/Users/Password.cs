using System.Text;
using Unleash.Pat.Domain.Text;

namespace Unleash.Pat.Domain.Users;

/// <summary>A password on its way to the hasher.</summary>
/// <param name="text">What was typed.</param>
/// <remarks>
/// One password can reach the service in several encodings: a Mac sends <c>é</c> in two code points where others send
/// one. NIST SP 800-63B asks for NFKC or NFKD before hashing; NFKC also maps the spaces and widths that keyboards of
/// East Asia produce, which RFC 8265's OpaqueString maps by rules of its own.
/// Threat: a command that prints its members puts a password into a log; this type prints stars.
/// </remarks>
public sealed class Password(string text)
{
    private readonly string _normalized = text.WellFormed().Normalize(NormalizationForm.FormKC);

    /// <summary>Whether the password came in another form than its normalised one.</summary>
    public bool IsRewritten => _normalized != text;

    /// <summary>The password's normalised text, for the hasher and for rules.</summary>
    /// <returns>The text in NFKC.</returns>
    public string Reveal() => _normalized;

    /// <summary>The password as it came, which is what hashes of earlier versions were made of.</summary>
    /// <returns>What was typed.</returns>
    public string RevealAsTyped() => text;

    /// <summary>Three stars.</summary>
    /// <returns><c>***</c></returns>
    public override string ToString() => "***";
}
