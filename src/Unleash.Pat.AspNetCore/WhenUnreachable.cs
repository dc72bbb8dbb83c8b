namespace Unleash.Pat.AspNetCore;

/// <summary>What happens to a request whose token cannot be verified because Unleash.Pat cannot be reached.</summary>
public enum WhenUnreachable
{
    /// <summary>It is answered 503 with <c>Retry-After</c>. Nothing that was revoked is ever accepted.</summary>
    Refuse,

    /// <summary>
    /// A token that was remembered when the connection was lost is accepted until
    /// <see cref="UnleashPatOptions.TrustFor"/> has passed; all others are answered 503. A token that was revoked in the
    /// meantime is accepted too.
    /// </summary>
    TrustRemembered,
}
