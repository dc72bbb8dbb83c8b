using Microsoft.Extensions.DependencyInjection;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Application.Authentication;

/// <summary>A verifier for each kind of token. The kinds differ in where they are stored, and are verified alike.</summary>
public sealed class TokenVerifiers(
    [FromKeyedServices(TokenKind.Personal)] ITokenVerifierStore personal,
    [FromKeyedServices(TokenKind.Admin)] ITokenVerifierStore admin,
    IRejectedUseStore rejected,
    RecentAccounts accounts,
    TimeProvider time)
    : ITokenEviction, IDisposable
{
    private readonly TokenVerifier _personal = new(personal, time, new RejectedUses(rejected, time));
    private readonly TokenVerifier _admin = new(admin, time);

    /// <inheritdoc />
    public void EvictToken(long tokenId) => _personal.Cache.ForgetToken(tokenId);

    /// <inheritdoc />
    public void EvictAccount(long userId)
    {
        accounts.Forget(userId);
        _personal.Cache.ForgetAccount(userId);
        _admin.Cache.ForgetAccount(userId);
    }

    /// <inheritdoc />
    public void EvictAdminToken(long tokenId) => _admin.Cache.ForgetToken(tokenId);

    /// <summary>Forgets all tokens, because changes to them may have been missed.</summary>
    internal void Forget()
    {
        accounts.Clear();
        _personal.Cache.Clear();
        _admin.Cache.Clear();
    }

    /// <summary>Forgets the uses that are not written yet, because another database may give the same ids to other tokens.</summary>
    public void ForgetUses()
    {
        _personal.LastUsed.Forget();
        _personal.Rejected?.Forget();
        _admin.LastUsed.Forget();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _personal.Dispose();
        _admin.Dispose();
    }

    internal TokenVerifier Of(TokenKind kind) => kind == TokenKind.Admin ? _admin : _personal;
}
