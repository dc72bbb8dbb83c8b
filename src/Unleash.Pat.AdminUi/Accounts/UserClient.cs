using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Accounts;

/// <summary>What the pages ask of users.</summary>
internal static class UserClient
{
    // The most that the service gives at once.
    private const int PageSize = 1000;

    extension(IUnleashPatClient client)
    {
        /// <summary>All users and the roles, page by page.</summary>
        public async Task<UsersSchema> GetAllUsersAsync(CancellationToken cancellationToken)
        {
            var users = new List<UserAdminSchema>();
            UsersSchema page;
            do
            {
                page = await client.GetUsersAsync(PageSize, users.Count, cancellationToken);
                users.AddRange(page.Users);
            }
            while (page.Users.Count > 0 && users.Count < page.Total);

            return new UsersSchema { Users = users, RootRoles = page.RootRoles, Total = users.Count };
        }
    }
}
