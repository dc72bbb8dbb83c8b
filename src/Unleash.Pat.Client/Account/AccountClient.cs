namespace Unleash.Pat.Client;

internal sealed class AccountClient(WireClient wire) : IAccountClient
{
    public Task<SignedInAccount> SignInAsync(string username, string password, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(username);
        ArgumentNullException.ThrowIfNull(password);
        return wire.LoginAsync(new PasswordSignIn { Username = username, Password = password }, cancellationToken);
    }

    public Task<SignedInAccount> SignInToDemoAsync(string email, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(email);
        return wire.DemoLoginAsync(new DemoSignIn { Email = email }, cancellationToken);
    }

    public Task SignOutAsync(CancellationToken cancellationToken) => wire.LogoutAsync(cancellationToken);

    public Task<CurrentAccount> GetAsync(CancellationToken cancellationToken) => wire.GetMeAsync(cancellationToken);

    public Task<Profile> GetProfileAsync(CancellationToken cancellationToken) => wire.GetProfileAsync(cancellationToken);

    public Task<PasswordLinkUser> GetPasswordLinkAsync(string token, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(token);
        return wire.ValidateTokenAsync(token, cancellationToken);
    }

    public Task SetPasswordByLinkAsync(string token, string password, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(token);
        ArgumentNullException.ThrowIfNull(password);
        return wire.ChangePasswordAsync(new PasswordByLink { Token = token, Password = password }, cancellationToken);
    }

    public Task ChangePasswordAsync(PasswordChange change, CancellationToken cancellationToken) =>
        wire.ChangeMyPasswordAsync(change, cancellationToken);
}
