using Microsoft.AspNetCore.Components;
using MudBlazor;
using Unleash.Pat.AdminUi.Accounts;
using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.AdminUi.Forms;
using Unleash.Pat.AdminUi.Tables;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Users;

/// <summary>All users, for administrators.</summary>
public sealed partial class UsersPage
{
    private List<User>? _users;
    private IReadOnlyList<Role> _roles = [];
    private string? _error;

    [Inject] private IUnleashPatClient Client { get; set; } = null!;

    [Inject] private IDialogService Dialogs { get; set; } = null!;

    [Inject] private ISnackbar Snackbar { get; set; } = null!;

    [Inject] private Deletion Deletion { get; set; } = null!;

    [SupplyParameterFromQuery(Name = TableQuery.Search)] private string? Search { get; set; }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        _roles = await Client.Roles.ListAsync(cancellationToken);
        _users = await Client.Users.ListAsync(cancellationToken).ToListAsync(cancellationToken);
        StateHasChanged();
    }

    private async Task CreateAsync()
    {
        _error = null;
        var created = await Dialogs.ShowForResultAsync<CreateUserDialog, User>(
            new DialogParameters<CreateUserDialog> { { dialog => dialog.Roles, _roles } });
        if (created is not null)
        {
            _users!.AddOrReplace(created, user => user.Id);
            Snackbar.Notify($"Created “{BidiText.Isolate(created.DisplayName)}”.");
        }
    }

    private async Task DeleteAsync(User user)
    {
        _error = null;
        if (await Dialogs.ConfirmUserDeletionAsync(user.DisplayName))
        {
            _error = await Deletion.DeleteAsync(_users!, other => other.Id, user, user.DisplayName, () => Client.Users.DeleteAsync(user.Id), StateHasChanged);
        }
    }
}
