using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Session;

/// <summary>What to call an account.</summary>
internal static class UserNames
{
    extension(UserSchema user)
    {
        public string DisplayName => user.Name is { Length: > 0 } name ? name : user.Username ?? user.Email ?? $"Account {user.Id}";
    }
}
