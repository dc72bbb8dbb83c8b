using System.Net;
using Unleash.Pat.AspNetCore.UnitTests.Support;

namespace Unleash.Pat.AspNetCore.UnitTests;

/// <summary>Which texts are taken for a token, and where they go.</summary>
public sealed class FormTests
{
    private const string Selector = "AAAAAAAAAAAAAAAAAAAAAA";
    private const string Secret = "BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB";

    [Theory]
    [InlineData("Bearer {0}")]
    [InlineData("bearer {0}")]
    [InlineData("BEARER   {0}")]
    [InlineData("{0}")]
    public async Task The_token_is_read_with_and_without_Bearer(string header)
    {
        await using var package = await Package.ReadyAsync();
        var token = package.Issue(new TestToken(7));

        using var answer = await package.GetAsync("/", string.Format(null, header, token.Text));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        package.Service.AskedAbout(token.Text).ShouldBe(1);
    }

    [Fact]
    public async Task A_token_that_Unleash_stored_in_plain_text_is_one_too()
    {
        await using var package = await Package.ReadyAsync();
        var token = package.Issue(new TestToken(7) { Text = "user:98b555423fa020a3e67267fb8462fdb2ef5ab2f44eea6ccfd6b1d0ad" });

        using var answer = await package.GetAsync("/", $"Bearer {token.Text}");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Basic YTpi")]
    [InlineData("Bearer eyJhbGciOiJub25lIn0.e30.")]
    [InlineData("*:*." + Selector + "_" + Secret)]
    [InlineData("user:v1_" + Selector + "_" + Secret)]
    [InlineData("user:98B555423fa020a3e67267fb8462fdb2ef5ab2f44eea6ccfd6b1d0ad")]
    [InlineData("User:v2_" + Selector + "_" + Secret)]
    [InlineData("user:v2_" + Selector + "-" + Secret)]
    [InlineData("user:v2_" + Selector + "_" + Secret + "B")]
    [InlineData("user:v2_" + Selector + "_" + Secret + ", user:v2_" + Selector + "_" + Secret)]
    [InlineData("user:v2_AAAAAAAAAAAAAAAAAAAAA=_" + Secret)]
    public async Task Another_text_is_sent_nowhere_and_is_401(string? header)
    {
        await using var package = await Package.StartAsync();

        using var answer = await package.GetAsync("/", header);

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
        package.Service.Questions.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_token_that_is_not_valid_is_401()
    {
        await using var package = await Package.StartAsync();

        using var answer = await package.GetAsync("/", $"Bearer {new TestToken(7).Text}");

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer error=\"invalid_token\"");
    }

    [Fact]
    public async Task The_credentials_are_form_encoded_before_they_are_joined()
    {
        await using var package = await Package.ReadyAsync(options => (options.ClientId, options.ClientSecret) = ("a b:\u00e4", "user:v2_x-_y"));

        await package.VerifyAsync(new TestToken(7));

        var sent = package.Service.Questions.Single().Authorization;
        sent.ShouldStartWith("Basic ");
        System.Text.Encoding.ASCII.GetString(Convert.FromBase64String(sent["Basic ".Length..])).ShouldBe("a+b%3A%C3%A4:user%3Av2_x-_y");
    }

    [Fact]
    public async Task The_verifier_says_that_a_text_is_no_token()
    {
        await using var package = await Package.StartAsync();

        (await package.Verifier.VerifyAsync($"user:v2_{Selector[1..]}\u00e4_{Secret}", Cancel.Test)).Status.ShouldBe(UnleashPatStatus.NotAToken);
        (await package.Verifier.VerifyAsync("x", Cancel.Test)).Status.ShouldBe(UnleashPatStatus.NotAToken);
        (await package.Verifier.VerifyAsync(default(ReadOnlyMemory<char>), Cancel.Test)).Status.ShouldBe(UnleashPatStatus.NotAToken);
    }
}
