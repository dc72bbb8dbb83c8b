using System.Security.Claims;
using Microsoft.Extensions.Configuration;
using Unleash.Pat.Api.Authentication.Providers;
using Unleash.Pat.Application.Hosting;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Api.FunctionalTests.Providers;

/// <summary>docs/openid-connect.md: who a person is, and as what the person gets in.</summary>
public sealed class ClaimMappingTests
{
    private static readonly ProviderSettings Settings = Read(
        ("Roles:admins", "admin"), ("Roles:staff", "Viewer"), ("Roles:editors", "Editor"), ("RoleClaim", "groups"));

    [Theory]
    [InlineData("Admin", "staff", "admins", "editors")]
    [InlineData("Editor", "editors", "staff")]
    [InlineData("Viewer", "other", "staff")]
    [InlineData(null, "Admins", "STAFF")]
    [InlineData(null)]
    public void The_highest_mapped_role_counts_and_values_are_compared_case_by_case(string? role, params string[] groups)
    {
        (Person(IdToken([.. groups.Select(group => ("groups", group))])).Role?.Name).ShouldBe(role);
    }

    [Fact]
    public void Without_a_mapped_value_the_default_counts()
    {
        ClaimMapping.Read(new(IdToken()), Read(("DefaultRole", "Viewer")))!.Role.ShouldBe(RootRole.Viewer);
    }

    [Theory]
    [InlineData("email_verified", "true", true)]
    [InlineData("email_verified", "True", true)]
    [InlineData("xms_edov", "1", true)]
    [InlineData("email_verified", "false", false)]
    [InlineData("email_verified", "yes", false)]
    [InlineData("other", "true", false)]
    public void An_address_counts_where_it_is_verified(string type, string value, bool counts)
    {
        Person(IdToken(("email", "Ann@Example.com"), (type, value))).Email.ShouldBe(counts ? "ann@example.com" : null);
    }

    [Fact]
    public void An_address_is_not_verified_by_another_source()
    {
        var information = new ClaimsIdentity([new("email", "bob@example.com"), new("email_verified", "true"), new("name", "Bob")]);

        var person = Person(IdToken(("email", "ann@example.com"), ("name", "Ann")), information);

        (person.Email, person.Name).ShouldBe((null, "Ann"));
        Person(IdToken(), information).Email.ShouldBe("bob@example.com");
    }

    [Fact]
    public void Names_that_deceive_are_left_out()
    {
        var person = Person(IdToken(("name", "Ann\u202e"), ("preferred_username", "ann\u200b"), ("email", "no address"), ("email_verified", "true")));

        (person.Name, person.Username, person.Email).ShouldBe((null, null, null));
    }

    [Fact]
    public void Without_a_subject_that_can_be_stored_nobody_signs_in()
    {
        ClaimMapping.Read(new(new ClaimsIdentity([new("iss", "https://id.example.com")])), Settings).ShouldBeNull();
        ClaimMapping.Read(new(IdToken(("sub", ""))), Read()).ShouldNotBeNull();
        ClaimMapping.Read(new(new ClaimsIdentity([new("iss", "https://id.example.com"), new("sub", new string('x', 256))])), Settings).ShouldBeNull();
    }

    [Theory]
    [InlineData("Authority", "http://id.example.com")]
    [InlineData("Authority", "id.example.com")]
    [InlineData("ClientId", "")]
    [InlineData("Roles:staff", "Owner")]
    public void A_value_that_cannot_be_used_is_named(string key, string value)
    {
        Should.Throw<StartupException>(() => Read((key, value))).Message.ShouldContain($"Authentication:OpenIdConnect:{key}");
    }

    private static Application.Sessions.ProviderPerson Person(params ClaimsIdentity[] sources) =>
        ClaimMapping.Read(new ClaimsPrincipal(sources), Settings).ShouldNotBeNull();

    private static ClaimsIdentity IdToken(params (string Type, string Value)[] claims) =>
        new([new("iss", "https://id.example.com"), new("sub", "ann"), .. claims.Select(claim => new Claim(claim.Type, claim.Value))]);

    private static ProviderSettings Read(params (string Key, string Value)[] settings)
    {
        var values = new Dictionary<string, string?> { ["Authority"] = "https://id.example.com", ["ClientId"] = "pat" };
        foreach (var (key, value) in settings)
        {
            values[key] = value;
        }

        return ProviderSettings.Read(new ConfigurationBuilder()
            .AddInMemoryCollection(values.Select(pair => KeyValuePair.Create($"{ProviderSettings.Section}:{pair.Key}", pair.Value)))
            .Build());
    }
}
