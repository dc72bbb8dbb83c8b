using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Tokens;

/// <summary>The tokens of any account, for administrators. Only their users create and rotate them.</summary>
/// <param name="userId">The account; <see langword="null"/> for the tokens of all accounts, of which no list is needed here.</param>
internal sealed class InventoryTokens(IUnleashPatClient client, long? userId = null) : ITokenCollection
{
    // The most that an account can hold.
    private const int MaxTokens = 1000;

    public string Path => $"api/admin/personal-access-tokens?userId={userId}";

    public string Purpose => "The tokens that this user has created.";

    public bool CanIssue => false;

    public async Task<IReadOnlyList<PersonalAccessToken>> ListAsync(CancellationToken cancellationToken) =>
        (await client.Inventory.GetPageAsync(new InventoryFilter { UserId = userId }, limit: MaxTokens, cancellationToken: cancellationToken)).Items;

    public Task<IssuedPersonalAccessToken> CreateAsync(NewPersonalAccessToken token) => throw new NotSupportedException();

    public async Task<PersonalAccessToken> UpdateAsync(long id, PersonalAccessTokenUpdate update) => await client.Inventory.UpdateAsync(id, update);

    public Task<IssuedPersonalAccessToken> RotateAsync(long id, TokenRotation rotation) => throw new NotSupportedException();

    public Task RevokeAsync(long id) => client.Inventory.RevokeAsync(id);

    public Task DeleteExpiredAsync() => DeleteExpiredAsync(client, userId);

    /// <summary>Deletes the expired tokens of an account.</summary>
    public static async Task DeleteExpiredAsync(IUnleashPatClient client, long? userId)
    {
        var expired = new InventoryFilter { UserId = userId, State = "expired" };
        var preview = await client.Inventory.PreviewRevocationAsync(expired);
        if (preview.Matched > 0)
        {
            await client.Inventory.RevokeMatchingAsync(expired, preview.Matched);
        }
    }
}
