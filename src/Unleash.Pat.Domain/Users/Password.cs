using System.Text;
using Unleash.Pat.Domain.Text;

namespace Unleash.Pat.Domain.Users;

/// <summary>A password that a request contains.</summary>
/// <param name="text">The password as the user typed it.</param>
/// <remarks>
/// One password can reach the service in several encodings: a Mac sends <c>é</c> as two code points, other systems as
/// one. NIST SP 800-63B requires NFKC or NFKD before hashing; NFKC also maps the spaces and widths that keyboards of
/// East Asia produce, which RFC 8265's OpaqueString maps by its own rules.
/// Threat: a record that prints its members would write a password to a log; this type prints stars.
/// </remarks>
public sealed class Password(string text)
{
    private readonly string _normalized = text.WellFormed().Normalize(NormalizationForm.FormKC);

    /// <summary>Whether normalisation changes the password.</summary>
    public bool IsRewritten => _normalized != text;

    /// <summary>The password's normalised text, for the hasher and for rules.</summary>
    public string Reveal() => _normalized;

    /// <summary>The password as the user typed it, which earlier versions hashed.</summary>
    public string RevealAsTyped() => text;

    public override string ToString() => "***";
}
