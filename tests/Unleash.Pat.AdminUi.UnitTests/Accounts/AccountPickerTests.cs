using Bunit;
using Moq;
using Unleash.Pat.AdminUi.Accounts;
using Unleash.Pat.AdminUi.UnitTests.Support;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.UnitTests.Accounts;

public class AccountPickerTests : ComponentTests
{
    private readonly List<(long Id, string Name)> _chosen = [];

    public AccountPickerTests()
    {
        Client.Setup(client => client.Users.SearchAsync(It.IsAny<string>(), It.IsAny<CancellationToken>())).ReturnsAsync([]);
        Client.Setup(client => client.Users.SearchAsync(It.Is<string>(text => text.StartsWith("ada")), It.IsAny<CancellationToken>())).ReturnsAsync(
            [new AccountIdentity { Id = 5, Name = "Ada", Username = "ada", Email = "ada@example.org" }, new AccountIdentity { Id = 6, Username = "adam" }]);
        Client.Setup(client => client.ServiceAccounts.ListAsync(It.IsAny<CancellationToken>())).ReturnsAsync(
            [new ServiceAccount { Id = 7, Username = "adapter" }, new ServiceAccount { Id = 8, Username = "deploy" }, new ServiceAccount { Id = 421, Username = "nightly" }]);
        Client.Setup(client => client.Users.GetAsync(It.IsAny<long>(), It.IsAny<CancellationToken>())).ThrowsAsync(TestErrors.Create(404, "NotFoundError", "No."));
        Client.Setup(client => client.Users.GetAsync(5, It.IsAny<CancellationToken>())).ReturnsAsync(new User { Id = 5, Name = "Ada" });
    }

    [Fact]
    public void It_suggests_users_and_service_accounts_and_is_empty_after_a_choice()
    {
        var picker = Type("ada");

        picker.WaitForAssertion(() => Suggestions(picker).ShouldBe(["Ada · ada · ada@example.org · #5", "adam · #6", "adapter · #7"]));
        picker.Find("[role=status]").Text().ShouldBe("3 suggestions");
        picker.Find("input").Input("adapter · #7");

        _chosen.ShouldBe([(7, "adapter")]);
        picker.Find("input").Change("adapter · #7");
        _chosen.Count.ShouldBe(1);
        picker.Find("input").GetAttribute("value").ShouldBe("");
    }

    [Theory]
    [InlineData("Deploy", 8, "deploy")]
    [InlineData("ada", 5, "Ada")]
    [InlineData("ada@example.org", 5, "Ada")]
    [InlineData("#5", 5, "Ada")]
    [InlineData("421", 421, "nightly")]
    [InlineData("#42", 42, "Account 42")]
    public void Enter_takes_a_whole_name_or_an_id(string text, long id, string name)
    {
        Show().Find("input").Change(text);

        _chosen.ShouldBe([(id, name)]);
    }

    [Theory]
    [InlineData("nobody", "No account has “nobody” in its name.")]
    [InlineData("deplo", "Choose one of the suggestions.")]
    [InlineData("adapt", "Choose one of the suggestions.")]
    public void A_name_that_is_not_clear_is_said(string text, string status)
    {
        var picker = Show();

        picker.Find("input").Change(text);

        picker.Find(".hint").Text().ShouldBe(status);
        _chosen.ShouldBeEmpty();
    }

    [Fact]
    public void An_id_is_not_a_part_of_a_name()
    {
        var picker = Type("42");

        picker.WaitForAssertion(() => picker.Find("[role=status]").Text().ShouldBe("0 suggestions"));
    }

    [Fact]
    public async Task A_page_that_the_user_has_left_is_not_filtered()
    {
        var pending = new TaskCompletionSource<IReadOnlyList<AccountIdentity>>();
        Client.Setup(client => client.Users.SearchAsync("ada", It.IsAny<CancellationToken>())).Returns(pending.Task);
        Show().Find("input").Change("ada");

        await DisposeComponentsAsync();
        await Renderer.Dispatcher.InvokeAsync(() => pending.SetResult([new AccountIdentity { Id = 5, Username = "ada" }]));

        _chosen.ShouldBeEmpty();
    }

    private static IEnumerable<string?> Suggestions(IRenderedComponent<AccountPicker> picker) =>
        picker.FindAll("option").Select(option => option.GetAttribute("value"));

    private IRenderedComponent<AccountPicker> Type(string text)
    {
        var picker = Show();
        picker.Find("input").Input(text);
        Time.Advance(TimeSpan.FromSeconds(1));
        return picker;
    }

    private IRenderedComponent<AccountPicker> Show() => Render<AccountPicker>(parameters => parameters
        .Add(picker => picker.Id, "about")
        .Add(picker => picker.Label, "About")
        .Add(picker => picker.Accounts, new AccountDirectory(Client.Object))
        .Add(picker => picker.OnChoose, account => _chosen.Add(account)));
}
