using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Accounts;

/// <summary>What to call an account: the first that there is of name, username, address and id.</summary>
internal static class AccountNames
{
    extension(Account user)
    {
        public string DisplayName => Of(user.Id, user.Name, user.Username, user.Email);
    }

    extension(User user)
    {
        public string DisplayName => Of(user.Id, user.Name, user.Username, user.Email);
    }

    extension(ServiceAccount account)
    {
        public string DisplayName => Of(account.Id, account.Name, account.Username);
    }

    private static string Of(long id, params ReadOnlySpan<string?> names)
    {
        foreach (var name in names)
        {
            if (!string.IsNullOrEmpty(name))
            {
                return name;
            }
        }

        return $"Account {id}";
    }
}
