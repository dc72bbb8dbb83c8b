using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Events;

/// <summary>What happened, as a sentence in parts: <c>Token</c> “laptop” <c>created</c> <c>for</c> ada.</summary>
/// <param name="Start">The first words; the whole sentence if the event names nothing.</param>
/// <param name="Name">What the event is about.</param>
/// <param name="End">The words after the name.</param>
internal sealed record EventSentence(string Start, string? Name = null, string? End = null)
{
    private const string RevokedType = "pat-revoked";
    private const string CreatedType = "pat-created";

    private static readonly Dictionary<string, (string Start, string End)> Words = new(StringComparer.Ordinal)
    {
        [CreatedType] = ("Token", "created"),
        ["pat-deleted"] = ("Token", "deleted"),
        [RevokedType] = ("Token", "revoked"),
        ["pat-updated"] = ("Token", "changed"),
        ["pat-rotated"] = ("Token", "rotated"),
        ["pat-superseded-secret-used"] = ("Old secret of token", "refused"),
        ["user-created"] = ("User", "created"),
        ["user-updated"] = ("User", "changed"),
        ["user-deleted"] = ("User", "deleted"),
        ["user-password-changed"] = ("Password of", "changed"),
        ["password-link-created"] = ("Link for the password of", "created"),
        ["user-identity-linked"] = ("Sign-in at the provider of", "linked"),
        ["user-identity-unlinked"] = ("Sign-in at the provider of", "unlinked"),
        ["user-sessions-ended"] = ("Sessions of", "ended"),
        ["service-account-created"] = ("Service account", "created"),
        ["service-account-updated"] = ("Service account", "changed"),
        ["service-account-deleted"] = ("Service account", "deleted"),
        ["api-token-created"] = ("Admin token", "created"),
        ["api-token-deleted"] = ("Admin token", "deleted"),
        ["api-token-taken-over"] = ("Admin token", "taken over"),
    };

    // What people do to themselves: "signed in by ada" would sound as if another one had done it.
    private static readonly string[] OwnActs = ["user-signed-in", "user-sign-in-failed", "user-signed-out"];

    /// <summary>The account that has the token, if another one did it.</summary>
    public (long Id, string Name)? Owner { get; private init; }

    /// <summary>Whether the token was created for the account: "created for ada", but "of ada deleted".</summary>
    public bool IsForOwner { get; private init; }

    /// <summary>Why, if the service says so.</summary>
    public string? Reason { get; private init; }

    /// <summary>What stands before the name of who did it.</summary>
    public string By { get; private init; } = " by ";

    /// <summary>The sentence of an event.</summary>
    public static EventSentence Of(AuditEvent happened)
    {
        var owner = happened.SubjectUserId is { } id ? (id, happened.Subject ?? $"account {id}") : ((long, string)?)null;
        var name = happened.TargetName ?? (happened.TokenId is null ? owner?.Item2 : null);
        var by = OwnActs.Contains(happened.Type) ? ": " : " by ";
        if (name is null || !Words.TryGetValue(happened.Type, out var words))
        {
            return new EventSentence(BidiText.Isolate(EventTypes.Label(happened.Type))) { By = by, Reason = happened.Reason };
        }

        return new EventSentence(words.Start, name, words.End)
        {
            By = by,
            Owner = happened.TokenId is null ? null : owner,
            IsForOwner = happened.Type == CreatedType,
            Reason = happened.Reason,
        };
    }

    /// <summary>The sentence without who did it.</summary>
    public override string ToString() => string.Join(' ', new[]
    {
        Start,
        Name is null ? null : $"“{BidiText.Isolate(Name)}”",
        IsForOwner ? null : OfOwner("of"),
        End,
        IsForOwner ? OfOwner("for") : null,
        Reason is null ? null : $"({Reason})",
    }.Where(part => part is not null));

    private string? OfOwner(string preposition) => Owner is { } owner ? $"{preposition} {BidiText.Isolate(owner.Name)}" : null;
}
