using Unleash.Pat.AdminUi.Accounts;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Inventory;

internal static class InventoryOwners
{
    extension(TokenHolder owner)
    {
        public string DisplayName => AccountNames.FirstOf(owner.Id, owner.Name, owner.Username, owner.Email);

        /// <summary>The address of the account's page.</summary>
        public string Address => owner.AccountType == AccountType.ServiceAccount ? $"admin/service-accounts/{owner.Id}" : $"admin/users/{owner.Id}";
    }
}
