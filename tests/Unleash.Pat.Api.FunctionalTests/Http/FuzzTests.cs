using System.Text;
using CsCheck;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Http;

/// <summary>docs/api.md, section 4: whatever is sent, no answer is 5xx, and every refusal has the error form.</summary>
public abstract class FuzzTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private const int Cases = 400;

    // So many that what is accepted goes all the way, every time.
    protected override ServiceOptions Options => new()
    {
        Settings = new Dictionary<string, string> { ["Pats:MaxPerUser"] = "1000" },
    };

    [Fact]
    public async Task Any_bytes_are_answered_in_form() => await ShouldBeAnsweredInFormAsync(
        ServiceClient.Tokens, FuzzBodies.Bytes, 201);

    [Fact]
    public async Task Any_types_of_properties_are_answered_in_form() => await ShouldBeAnsweredInFormAsync(
        ServiceClient.Tokens, FuzzBodies.Objects("description", "expiresAt", "id", "secret", "seenAt", "userId"), 201);

    [Fact]
    public async Task Any_damaged_body_is_answered_in_form() => await ShouldBeAnsweredInFormAsync(
        ServiceClient.Tokens, FuzzBodies.Damaged("""{"description":"ä😀\u00e4\ud83d\ude00","expiresAt":"2099-04-19T08:15:14.000Z","id":[1,{"a":null}]}"""), 201);

    [Fact]
    public async Task Any_instant_like_text_is_answered_in_form() => await ShouldBeAnsweredInFormAsync(
        ServiceClient.Tokens,
        FuzzBodies.Damaged("2099-12-31t23:59:60.9999+23:59").Select(text => (byte[])[.. "{\"expiresAt\":\""u8, .. text, .. "\"}"u8]),
        201);

    [Fact]
    public async Task Any_demo_sign_in_is_answered_in_form() => await ShouldBeAnsweredInFormAsync(
        ServiceClient.DemoLogin, FuzzBodies.Objects("email"), 200);

    [Fact]
    public async Task Any_path_and_query_are_answered_in_form()
    {
        var account = await Service.AccountAsync(new() { Role = Domain.Users.RootRole.Admin });
        var text = Gen.String[0, 30].Select(value => Uri.EscapeDataString(new string([.. value.Where(c => !char.IsSurrogate(c))])));
        await Gen.Select(text, text, text).SampleAsync(
            async (first, second, third) =>
            {
                (await account.Client.GetAsync($"{ServiceClient.Tokens}/{first}")).ShouldBeInForm(200);
                (await account.Client.GetAsync($"{ServiceClient.Events}?limit={first}&offset={second}&userId={third}&type={first}")).ShouldBeInForm(200);
            },
            iter: Cases / 4,
            threads: 1);
    }

    private async Task ShouldBeAnsweredInFormAsync(string path, Gen<byte[]> bodies, int success)
    {
        var account = await Service.AccountAsync();
        await bodies.SampleAsync(
            async body =>
            {
                using var content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } };
                var answer = await account.Client.SendAsync(HttpMethod.Post, path, content);
                answer.ShouldBeInForm(success);
            },
            iter: Cases,
            threads: 1,
            print: body => $"{Convert.ToHexString(body)} {Encoding.UTF8.GetString(body)}");
    }
}
