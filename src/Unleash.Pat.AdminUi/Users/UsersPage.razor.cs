using MudBlazor;
using Unleash.Pat.AdminUi.Accounts;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Users;

/// <summary>All users, for administrators.</summary>
public sealed partial class UsersPage
{
    protected override async Task<List<User>> ListAsync(CancellationToken cancellationToken) =>
        await Client.Users.ListAsync(cancellationToken).ToListAsync(cancellationToken);

    protected override Task DeleteAsync(long id) => Client.Users.DeleteAsync(id);

    protected override Task<bool> ConfirmDeletionAsync(string name) => Dialogs.ConfirmUserDeletionAsync(name);

    protected override long IdOf(User account) => account.Id;

    protected override string NameOf(User account) => account.DisplayName;

    private async Task CreateAsync()
    {
        var created = await CreateAsync(new DialogParameters<CreateUserDialog> { { dialog => dialog.Roles, Roles } });
        if (created is { InviteLink.Length: > 0 })
        {
            await Dialogs.ShowPasswordLinkAsync("The user's invitation", created.DisplayName, created.Email, created.InviteLink);

            // Threat: a link that stays in the page can be read by the next user of the browser.
            created.InviteLink = "";
        }
    }
}
