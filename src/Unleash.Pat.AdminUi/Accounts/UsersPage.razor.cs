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
    private List<UserAdminSchema>? _users;
    private IReadOnlyList<RoleSchema> _roles = [];
    private string? _problem;

    [Inject] private IUnleashPatClient Client { get; set; } = null!;

    [Inject] private IDialogService Dialogs { get; set; } = null!;

    [Inject] private ISnackbar Snackbar { get; set; } = null!;

    [Inject] private BrowserScript Browser { get; set; } = null!;

    [SupplyParameterFromQuery(Name = TableAddress.Search)] private string? Search { get; set; }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var page = await Client.GetAllUsersAsync(cancellationToken);
        _users = [.. page.Users];
        _roles = page.RootRoles;
        StateHasChanged();
    }

    private async Task CreateAsync()
    {
        _problem = null;
        var made = await Dialogs.AskAsync<CreateUserDialog, UserAdminSchema>(
            new DialogParameters<CreateUserDialog> { { dialog => dialog.Roles, _roles } });
        if (made is not null)
        {
            _users!.Add(made);
            Snackbar.Add($"Created “{made.DisplayName}”.", Severity.Success);
        }
    }

    private async Task DeleteAsync(UserAdminSchema user)
    {
        _problem = null;
        if (!await Dialogs.ConfirmUserDeletionAsync(user.DisplayName))
        {
            return;
        }

        var place = _users!.IndexOf(user);
        _users.Remove(user);
        StateHasChanged();
        await Browser.RescueFocusAsync();
        try
        {
            await Client.DeleteUserAsync(user.Id);
            Snackbar.Add($"Deleted “{user.DisplayName}”.", Severity.Success);
        }
        catch (Exception exception) when (Problem.IsExpected(exception))
        {
            _users.Insert(Math.Min(place, _users.Count), user);
            _problem = $"“{user.DisplayName}” was not deleted. {Problem.InWords(exception)}";
        }
    }
}
