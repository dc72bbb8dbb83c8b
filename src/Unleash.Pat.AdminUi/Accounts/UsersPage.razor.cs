using Microsoft.AspNetCore.Components;
using MudBlazor;
using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.AdminUi.Forms;
using Unleash.Pat.AdminUi.Tables;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Accounts;

/// <summary>All users, for administrators.</summary>
public sealed partial class UsersPage
{
    private List<User>? _users;
    private IReadOnlyList<Role> _roles = [];
    private string? _problem;

    [Inject] private IUnleashPatClient Client { get; set; } = null!;

    [Inject] private IDialogService Dialogs { get; set; } = null!;

    [Inject] private ISnackbar Snackbar { get; set; } = null!;

    [Inject] private RowDeletion Deletion { get; set; } = null!;

    [SupplyParameterFromQuery(Name = TableAddress.Search)] private string? Search { get; set; }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        _roles = await Client.Roles.ListAsync(cancellationToken);
        _users = await Client.Users.ListAsync(cancellationToken).ToListAsync(cancellationToken);
        StateHasChanged();
    }

    private async Task CreateAsync()
    {
        _problem = null;
        var made = await Dialogs.AskAsync<CreateUserDialog, User>(
            new DialogParameters<CreateUserDialog> { { dialog => dialog.Roles, _roles } });
        if (made is not null)
        {
            // A list that was asked for meanwhile may know it already.
            _users!.RemoveAll(user => user.Id == made.Id);
            _users.Add(made);
            Snackbar.Tell($"Created “{Isolated.Text(made.DisplayName)}”.");
        }
    }

    private async Task DeleteAsync(User user)
    {
        _problem = null;
        if (await Dialogs.ConfirmUserDeletionAsync(user.DisplayName))
        {
            _problem = await Deletion.DeleteAsync(_users!, other => other.Id, user, user.DisplayName, () => Client.Users.DeleteAsync(user.Id), StateHasChanged);
        }
    }
}
