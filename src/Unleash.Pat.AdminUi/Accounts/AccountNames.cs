using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Accounts;

/// <summary>The display name of an account: its name, or else its username, e-mail address or id.</summary>
internal static class AccountNames
{
    extension(Account user)
    {
        public string DisplayName => FirstOf(user.Id, user.Name, user.Username, user.Email);
    }

    extension(User user)
    {
        public string DisplayName => FirstOf(user.Id, user.Name, user.Username, user.Email);
    }

    extension(ServiceAccount account)
    {
        public string DisplayName => FirstOf(account.Id, account.Name, account.Username);
    }

    public static string FirstOf(long id, params ReadOnlySpan<string?> names)
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
