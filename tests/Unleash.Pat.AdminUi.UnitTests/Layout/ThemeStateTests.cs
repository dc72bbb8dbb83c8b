using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Unleash.Pat.AdminUi.Layout;
using Unleash.Pat.AdminUi.UnitTests.Support;

namespace Unleash.Pat.AdminUi.UnitTests.Layout;

public class ThemeStateTests : ComponentTests
{
    private ThemeState Theme => Services.GetRequiredService<ThemeState>();

    [Theory]
    [InlineData("dark", false, true)]
    [InlineData("dark", true, true)]
    [InlineData("light", true, false)]
    [InlineData(null, true, true)]
    [InlineData(null, false, false)]
    [InlineData("of another version", true, true)]
    public async Task The_users_choice_overrides_the_system(string? stored, bool isSystemDark, bool isDark)
    {
        Script.Setup<string?>("getSetting", "theme").SetResult(stored);

        await Theme.InitializeAsync(isSystemDark);

        Theme.IsDark.ShouldBe(isDark);
    }

    [Fact]
    public async Task The_system_is_followed_only_without_a_choice()
    {
        await Theme.InitializeAsync(isSystemDark: false);
        Theme.OnSystemThemeChanged(isSystemDark: true);
        Theme.IsDark.ShouldBeTrue();

        await Theme.ChooseAsync(ThemeChoice.Light);
        Theme.IsDark.ShouldBeFalse();
    }

    [Fact]
    public async Task A_choice_is_announced_and_stored_and_that_of_the_system_is_removed()
    {
        var changes = 0;
        Theme.Changed += () => changes++;

        await Theme.ChooseAsync(ThemeChoice.Dark);
        await Theme.ChooseAsync(ThemeChoice.System);

        changes.ShouldBe(2);
        Script.Invocations["saveSetting"].Select(call => call.Arguments).ShouldBe([["theme", "dark"], ["theme", null]]);
    }
}
