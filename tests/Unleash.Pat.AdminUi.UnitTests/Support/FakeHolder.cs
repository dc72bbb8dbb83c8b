using Unleash.Pat.AdminUi.Tokens;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.UnitTests.Support;

/// <summary>An account that issues what a test says.</summary>
internal sealed class FakeHolder : ITokenHolder
{
    public List<NewPersonalAccessToken> Asked { get; } = [];

    public Func<Task<IssuedPersonalAccessToken>> Answer { get; set; } = () => Task.FromResult(new IssuedPersonalAccessToken { Id = 7, Secret = "user:secret" });

    public string Path => "api/admin/user/tokens";

    public string Purpose => "";

    public Task<IssuedPersonalAccessToken> CreateAsync(NewPersonalAccessToken token)
    {
        Asked.Add(token);
        return Answer();
    }

    public Task DeleteAsync(long id) => throw new NotSupportedException();

    public Task<IReadOnlyList<PersonalAccessToken>> GetAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
}
