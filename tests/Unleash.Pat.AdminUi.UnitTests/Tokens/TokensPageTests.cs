using Bunit;
using Moq;
using Unleash.Pat.AdminUi.Tokens;
using Unleash.Pat.AdminUi.UnitTests.Support;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.UnitTests.Tokens;

/// <summary>The page of the user's own tokens.</summary>
public abstract class TokensPageTests : ComponentTests
{
    protected TokensPageTests() => Answer();

    protected static PersonalAccessToken Token(long id, string description) =>
        new() { Id = id, Description = description, CreatedAt = TestTime.Now.AddHours(-id), ExpiresAt = TestTime.Now.AddDays(30) };

    private protected static IEnumerable<string> Descriptions(IRenderedComponent<Shell> page) =>
        page.FindAll("td[data-label=Description]").Select(cell => cell.Text());

    protected void Answer(params PersonalAccessToken[] tokens) =>
        Client.Setup(client => client.Tokens.ListAsync(It.IsAny<CancellationToken>())).ReturnsAsync(tokens);

    protected async Task<IRenderedComponent<Shell>> ShowAsync()
    {
        await BeginSessionAsync();
        return Show<TokensPage>();
    }
}
