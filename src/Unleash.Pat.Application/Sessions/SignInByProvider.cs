using MediatR;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Sessions;

/// <summary>Signs in a person whom the identity provider has authenticated (docs/api.md, section 3.3).</summary>
/// <param name="MayCreate">Whether a person without an account gets one.</param>
[NoPermissionRequired("The identity provider's signed answer is the credential; a sign-in has no caller yet.")]
public sealed record SignInByProviderCommand(ProviderPerson Person, bool MayCreate) : IRequest<ProviderSignIn>;

/// <summary>The session, or why there is none: one of <see cref="ProviderSignInFailure"/>.</summary>
public sealed record ProviderSignIn(SignedIn? SignedIn, string? Failure);

internal sealed class SignInByProviderCommandHandler(
    ProviderAccounts accounts, SessionStarter starter, ProviderRefusals refusals)
    : IRequestHandler<SignInByProviderCommand, ProviderSignIn>
{
    public async Task<ProviderSignIn> Handle(SignInByProviderCommand request, CancellationToken cancellationToken)
    {
        var person = request.Person;
        var found = await accounts.FindAsync(person, cancellationToken);
        if ((person.Role is null ? ProviderSignInFailure.NoRole : Unfit(found, request.MayCreate)) is { } unfit)
        {
            return await RefuseAsync(person, found.Account?.User, unfit, cancellationToken);
        }

        var (account, failure) = await accounts.ReadyAsync(person, found, cancellationToken);
        if (account is null)
        {
            return await RefuseAsync(person, found.Account?.User, failure!, cancellationToken);
        }

        // No session where the account was deleted or switched off, or its password was changed, since it was read.
        return await starter.StartAsync(account.User, new(account.PasswordHash), cancellationToken) is { } signedIn
            ? new ProviderSignIn(signedIn, null)
            : await RefuseAsync(person, account.User, ProviderSignInFailure.Disabled, cancellationToken);
    }

    private static string? Unfit(FoundAccount found, bool mayCreate) => found.Account?.User switch
    {
        null => mayCreate ? null : ProviderSignInFailure.UnknownUser,
        { AccountType: not AccountType.User } or { IsEnabled: false } => ProviderSignInFailure.Disabled,
        _ => null,
    };

    private async Task<ProviderSignIn> RefuseAsync(
        ProviderPerson person, User? user, string reason, CancellationToken cancellationToken)
    {
        await refusals.RecordAsync(user, person.Identity.Subject, reason, cancellationToken);
        return new ProviderSignIn(null, reason);
    }
}
