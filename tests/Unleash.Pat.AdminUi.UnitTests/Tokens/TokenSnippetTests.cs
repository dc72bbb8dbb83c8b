using Unleash.Pat.AdminUi.Tokens;

namespace Unleash.Pat.AdminUi.UnitTests.Tokens;

public class TokenSnippetTests
{
    private const string Secret = "user:v2_abc_DEF-1";

    [Fact]
    public void Each_can_be_pasted_as_it_is()
    {
        var texts = TokenSnippet.All(Secret, "https://unleash.example.com/pat/", SnippetRequest.OwnAccount).ToDictionary(snippet => snippet.Name, snippet => snippet.Text);

        texts["curl"].ShouldBe(
            """
            curl -H 'Authorization: user:v2_abc_DEF-1' \
              'https://unleash.example.com/pat/api/admin/user'
            """);
        texts["C#"].ShouldBe(
            """
            using Unleash.Pat.Client;

            var http = new HttpClient { BaseAddress = new Uri("https://unleash.example.com/pat/") };
            http.DefaultRequestHeaders.Authorization = new("Bearer", "user:v2_abc_DEF-1");
            var unleash = new UnleashPatClient(http);
            var account = await unleash.Account.GetAsync();
            Console.WriteLine(account.User.Username);
            """);
        texts["Bash"].ShouldBe("export UNLEASH_TOKEN='user:v2_abc_DEF-1'");
        texts["PowerShell"].ShouldBe("$env:UNLEASH_TOKEN = 'user:v2_abc_DEF-1'");
        texts["GitHub Actions"].ShouldBe("gh secret set UNLEASH_TOKEN --body 'user:v2_abc_DEF-1'");
    }

    [Fact]
    public void Neither_a_secret_nor_an_address_ends_its_quotation()
    {
        var texts = TokenSnippet.All("*:*.a'b\"c\\d", "http://localhost/it's/", SnippetRequest.AdminTokens).ToDictionary(snippet => snippet.Name, snippet => snippet.Text);

        texts["curl"].ShouldBe(
            """
            curl -H 'Authorization: *:*.a'\''b"c\d' \
              'http://localhost/it'\''s/api/admin/api-tokens'
            """);
        texts["PowerShell"].ShouldBe("$env:UNLEASH_TOKEN = '*:*.a''b\"c\\d'");
        texts["C#"].ShouldContain("new(\"Bearer\", \"*:*.a'b\\\"c\\\\d\")");
        texts["C#"].ShouldContain("await unleash.AdminTokens.ListAsync()");
    }
}
