using System.Net;
using Moq;
using Unleash.Pat.AdminUi.Authentication;
using Unleash.Pat.AdminUi.UnitTests.Support;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.UnitTests.Authentication;

public class SessionStateTests
{
    private readonly Mock<IUnleashPatClient> _client = new();
    private readonly ServiceConfiguration _config = new();
    private readonly CurrentAccount _me = new();
    private readonly SessionState _session;

    public SessionStateTests()
    {
        _client.Setup(client => client.Policy.GetAsync(It.IsAny<CancellationToken>())).ReturnsAsync(new PatPolicy());
        _client.Setup(client => client.Service.GetConfigurationAsync(It.IsAny<CancellationToken>())).ReturnsAsync(_config);
        _client.Setup(client => client.Account.GetAsync(It.IsAny<CancellationToken>())).ReturnsAsync(_me);
        _session = new SessionState(_client.Object);
    }

    [Fact]
    public async Task Loading_gets_the_account_and_the_configuration()
    {
        await _session.LoadAsync(TestContext.Current.CancellationToken);

        _session.Me.ShouldBe(_me);
        _session.Configuration.ShouldBe(_config);
    }

    [Theory]
    [InlineData("ADMIN", true)]
    [InlineData("READ_ROLE", false)]
    public async Task Only_the_permission_admin_makes_an_administrator(string permission, bool isAdmin)
    {
        _me.Permissions = [new GrantedPermission { Permission = permission }];

        await _session.LoadAsync(TestContext.Current.CancellationToken);

        _session.IsAdmin.ShouldBe(isAdmin);
    }

    [Fact]
    public async Task Signed_out_is_a_result_and_any_other_error_is_thrown()
    {
        await _session.LoadAsync(TestContext.Current.CancellationToken);
        _client.Setup(client => client.Account.GetAsync(It.IsAny<CancellationToken>())).ThrowsAsync(TestErrors.SignedOut());
        await _session.LoadAsync(TestContext.Current.CancellationToken);
        _session.Me.ShouldBeNull();

        _client.Setup(client => client.Account.GetAsync(It.IsAny<CancellationToken>())).ThrowsAsync(TestErrors.WithoutBody(503));
        await Should.ThrowAsync<UnleashPatException>(() => _session.LoadAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Signing_out_ends_the_session_on_the_server_first()
    {
        await _session.LoadAsync(TestContext.Current.CancellationToken);
        _client.Setup(client => client.Account.SignOutAsync(It.IsAny<CancellationToken>())).ThrowsAsync(new HttpRequestException());
        await Should.ThrowAsync<HttpRequestException>(() => _session.SignOutAsync(TestContext.Current.CancellationToken));
        _session.Me.ShouldNotBeNull();

        var changes = 0;
        _session.Changed += () => changes++;
        _client.Setup(client => client.Account.SignOutAsync(It.IsAny<CancellationToken>())).Returns(Task.CompletedTask);
        await _session.SignOutAsync(TestContext.Current.CancellationToken);
        _session.Me.ShouldBeNull();
        changes.ShouldBe(1);
    }

    [Fact]
    public async Task Signing_in_sends_name_and_password_and_returns_the_account_id()
    {
        _client
            .Setup(client => client.Account.SignInAsync("anna", "secret", It.IsAny<CancellationToken>()))
            .ReturnsAsync(new SignedInAccount { Id = 5 });

        (await _session.SignInAsync("anna", "secret", TestContext.Current.CancellationToken)).ShouldBe(5);
    }

    [Theory]
    [InlineData("demo", true)]
    [InlineData("password", false)]
    [InlineData(null, false)]
    public async Task Demo_mode_is_detected_from_the_401(string? type, bool isDemo)
    {
        _client.Setup(client => client.Account.GetAsync(It.IsAny<CancellationToken>()))
            .ThrowsAsync(new UnleashPatException(HttpStatusCode.Unauthorized, new ServiceError { Name = UnleashPatErrors.AuthenticationRequired, Type = type }));
        _client.Setup(client => client.Account.SignInToDemoAsync("anna@example.org", It.IsAny<CancellationToken>()))
            .ReturnsAsync(new SignedInAccount { Id = 5 });

        await _session.LoadAsync(TestContext.Current.CancellationToken);

        _session.IsDemo.ShouldBe(isDemo);
        (await _session.SignInAsync("anna@example.org", TestContext.Current.CancellationToken)).ShouldBe(5);
    }
}
