using Unleash.Pat.AdminUi.Tokens;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.UnitTests.Support;

/// <summary>Records the requests to create and rotate tokens, and answers as the test says.</summary>
internal sealed class FakeTokenCollection : ITokenCollection
{
    public List<NewPersonalAccessToken> Requests { get; } = [];

    public List<TokenRotation> Rotations { get; } = [];

    public Func<Task<IssuedPersonalAccessToken>> Answer { get; set; } = () => Task.FromResult(new IssuedPersonalAccessToken { Id = 7, Secret = "user:secret" });

    public string Path => "api/admin/user/tokens";

    public string Purpose => "";

    public bool CanIssue => true;

    public Task<IReadOnlyList<PersonalAccessToken>> ListAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IssuedPersonalAccessToken> CreateAsync(NewPersonalAccessToken token)
    {
        Requests.Add(token);
        return Answer();
    }

    public Task<PersonalAccessToken> UpdateAsync(long id, PersonalAccessTokenUpdate update) => throw new NotSupportedException();

    public Task<IssuedPersonalAccessToken> RotateAsync(long id, TokenRotation rotation)
    {
        Rotations.Add(rotation);
        return Answer();
    }

    public Task DeleteExpiredAsync() => throw new NotSupportedException();

    public Task RevokeAsync(long id) => throw new NotSupportedException();
}
