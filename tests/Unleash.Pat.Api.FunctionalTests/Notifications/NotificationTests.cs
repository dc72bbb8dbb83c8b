using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using SmtpServer.Protocol;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.Application.Notifications;
using Unleash.Pat.TestSupport;
using Unleash.Pat.TestSupport.Databases;
using Unleash.Pat.TestSupport.Notifications;

namespace Unleash.Pat.Api.FunctionalTests.Notifications;

/// <summary>docs/notifications.md: what is told, to whom, and once.</summary>
public abstract class NotificationTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.Zero));

    private WebhookReceiver _receiver = null!;
    private MailServer _mail = null!;

    [Fact]
    public async Task Revocations_by_others_and_superseded_secrets_are_told_once_and_without_a_secret()
    {
        var service = await StartWithBothAsync(("PublicUrl", "https://tokens.example.com/pat"));
        var account = await service.AccountAsync(new() { Name = "Ada" });
        var secrets = new List<string>();
        var tokens = new Dictionary<string, IssuedToken>();
        foreach (var name in new[] { "own", "administrator", "holder", "superseded" })
        {
            tokens[name] = await account.Client.IssueAsync($$"""{"description":"{{name}}"}""");
            secrets.Add(tokens[name].Secret);
        }

        (await account.Client.DeleteAsync(tokens["own"].Path)).Status.ShouldBe(200);
        (await service.Administrator.DeleteAsync($"/api/admin/personal-access-tokens/{tokens["administrator"].Id}")).Status.ShouldBe(200);
        (await service.Anonymous.SendAsync(HttpMethod.Post, "/oauth2/revoke", new FormUrlEncodedContent([new("token", tokens["holder"].Secret)]))).Status.ShouldBe(200);
        secrets.Add((await account.Client.PostAsync($"{tokens["superseded"].Path}/rotate", "{}")).Read<IssuedToken>().Secret);
        (await service.Anonymous.WithAuthorization(tokens["superseded"].Secret).GetAsync(ServiceClient.Me)).Status.ShouldBe(401);

        await UntilAsync(() => _receiver.Requests.Count >= 3 && _mail.Mails.Count >= 3);

        _receiver.Requests.Select(request => (request.Type, TokenOf(request).GetProperty("description").GetString())).ShouldBe(
            [("token.revoked", "administrator"), ("token.revoked", "holder"), ("token.superseded_secret_used", "superseded")], ignoreOrder: true);
        _receiver.Requests.ShouldAllBe(request => request.IsSigned);
        _receiver.Requests.Select(request => request.Id).ShouldBeUnique();
        _receiver.Requests.ShouldAllBe(request => request.Data.GetProperty("owner").GetProperty("email").GetString() == account.Email);
        var byHolder = _receiver.Requests.Single(request => TokenOf(request).GetProperty("description").GetString() == "holder").Data;
        (byHolder.GetProperty("reason").GetString(), byHolder.GetProperty("address").GetString()).ShouldBe(("holder", "127.0.0.1"));
        var byAdministrator = _receiver.Requests.Single(request => TokenOf(request).GetProperty("description").GetString() == "administrator").Data;
        byAdministrator.GetProperty("reason").GetString().ShouldBe("administrator");
        byAdministrator.TryGetProperty("address", out _).ShouldBeFalse("An owner need not know from where an administrator works.");

        _mail.Mails.Select(mail => mail.Subject).ShouldBe(
            [
                "Your access token \"administrator\" was revoked by an administrator",
                "Your access token \"holder\" was revoked by someone who had its secret",
                "An old secret of your access token \"superseded\" was used",
            ], ignoreOrder: true);
        _mail.Mails.ShouldAllBe(mail => mail.To.ToString() == account.Email && mail.From.ToString() == "\"Tokens\" <tokens@pat.example.com>");
        _mail.Mails.ShouldAllBe(mail => mail.Headers["Auto-Submitted"] == "auto-generated");
        _mail.Mails.ShouldAllBe(mail => mail.TextBody!.Contains("https://tokens.example.com/pat/profile/personal-api-tokens"));
        ShouldTellNo([.. secrets.SelectMany(secret => new[] { secret[8..30], secret[31..68] }), WebhookReceiver.Secret]);
    }

    [Fact]
    public async Task An_expiry_is_told_before_and_after_it_and_none_that_was_issued_later_than_the_first()
    {
        var service = await StartWithBothAsync(("Pats:ExpiryNotificationDays:0", "1"), ("Pats:ExpiryNotificationDays:1", "2"));
        var account = await service.AccountAsync();
        var issuedAt = _time.GetUtcNow();
        await IssueAsync(account, "passes", issuedAt.AddDays(1).AddMinutes(10));
        await IssueAsync(account, "too late", issuedAt.AddHours(10));
        await IssueAsync(account, "ends", issuedAt.AddMinutes(5));

        await UntilAsync(() => _receiver.Requests.Count >= 2 && _mail.Mails.Count >= 2);
        _time.Advance(TimeSpan.FromHours(1));
        await UntilAsync(() => _time.GetUtcNow() > issuedAt.AddMinutes(80));

        _receiver.Requests.Select(request => (request.Type, TokenOf(request).GetProperty("description").GetString())).ShouldBe(
            [("token.expired", "ends"), ("token.expires_soon", "passes")], ignoreOrder: true);
        _receiver.Requests.Single(request => request.Type == "token.expires_soon").Data.GetProperty("daysLeft").GetInt32().ShouldBe(1);
        TokenOf(_receiver.Requests.Single(request => request.Type == "token.expired")).GetProperty("expiresAt").GetDateTimeOffset().ShouldBe(issuedAt.AddMinutes(5));
        _mail.Mails.Select(mail => mail.Subject).ShouldBe(
            ["Your access token \"ends\" has expired", "Your access token \"passes\" expires within a day"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_receiver_that_is_away_gets_the_same_message_later_and_one_that_is_gone_does_not()
    {
        var service = await StartWithBothAsync();
        var (account, gone) = (await service.AccountAsync(), await service.AccountAsync());
        var start = _time.GetUtcNow();
        var isAway = true;
        _receiver.Answer = request => request.Data.GetProperty("owner").GetProperty("email").GetString() == gone.Email
            ? Results.StatusCode(410)
            : isAway ? Results.Redirect(_receiver.Url) : Results.Ok(new string('x', 100_000));
        _mail.Answer = _ => isAway ? new SmtpResponse(SmtpReplyCode.Aborted, "later") : SmtpResponse.Ok;
        _mail.Recipients = address => address != gone.Email;
        await RevokeAsync(service, await account.Client.IssueAsync());
        await RevokeAsync(service, await gone.Client.IssueAsync());

        await UntilAsync(() => _time.GetUtcNow() > start.AddHours(1), TimeSpan.FromSeconds(20));
        isAway = false;
        var (requests, mails) = (_receiver.Requests.Count, _mail.Mails.Count);
        await UntilAsync(() => _receiver.Requests.Count > requests && _mail.Mails.Count > mails, TimeSpan.FromMinutes(1));
        await UntilAsync(() => _time.GetUtcNow() > start.AddHours(6), TimeSpan.FromMinutes(3));

        var (ended, repeated) = (_receiver.Requests.Where(request => request.Body.Contains(gone.Email)).ToList(), _receiver.Requests.Where(request => request.Body.Contains(account.Email)).ToList());
        ended.Count.ShouldBe(1);
        repeated.Count.ShouldBeInRange(5, 12, "The pauses grow, and it ends when it was accepted.");
        repeated.Select(request => request.Id).Distinct().Count().ShouldBe(1);
        repeated.ShouldAllBe(request => request.IsSigned);
        repeated.Select(request => request.Timestamp).ShouldBeUnique("Each attempt is signed with its own time.");
        _mail.Mails.Select(mail => mail.MessageId).Distinct().Count().ShouldBe(1);
        _mail.Mails.Count.ShouldBeInRange(5, 12);
        _mail.Refused.ShouldHaveSingleItem().ShouldBe(gone.Email);
        service.Logs.Lines.ShouldAllBe(line => !line.Contains("in-the-url") && !line.Contains(gone.Email));
    }

    [Fact]
    public async Task Of_a_service_account_its_owners_are_told_and_of_a_switched_off_account_the_webhook_alone()
    {
        var service = await StartWithBothAsync(
            ("Notifications:Smtp:ServiceAccountOwners:0", "team@example.com"), ("Notifications:Smtp:ServiceAccountOwners:1", "ops@example.com"));
        var bot = await service.ServiceAccountAsync();
        var ofBot = (await service.Administrator.PostAsync($"{AccountCalls.ServiceAccounts}/{bot}/token", new { description = "bot's", expiresAt = "2026-07-01T00:00:00Z" })).Id();
        var leaver = await service.AccountAsync();
        var ofLeaver = await leaver.Client.IssueAsync("""{"description":"leaver's"}""");
        (await service.Administrator.PutAsync($"{AccountCalls.Users}/{leaver.Id}", new { enabled = false })).Status.ShouldBe(200);

        await RevokeAsync(service, ofLeaver);
        (await service.Administrator.DeleteAsync($"{AccountCalls.ServiceAccounts}/{bot}/token/{ofBot}")).Status.ShouldBe(200);
        await UntilAsync(() => _receiver.Requests.Count >= 2 && _mail.Mails.Count >= 2);

        _mail.Mails.Select(mail => mail.To.ToString()).ShouldBe(["team@example.com", "ops@example.com"], ignoreOrder: true);
        _mail.Mails.ShouldAllBe(mail => mail.Subject == "The access token \"bot's\" of the service account \"Bot\" was revoked by an administrator");
        _receiver.Requests.Select(request => TokenOf(request).GetProperty("description").GetString()).ShouldBe(["bot's", "leaver's"], ignoreOrder: true);
        _receiver.Requests.Single(request => TokenOf(request).GetProperty("description").GetString() == "leaver's")
            .Data.GetProperty("owner").GetProperty("enabled").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task A_mail_that_waits_is_dropped_where_its_account_is_switched_off_meanwhile()
    {
        var service = await StartWithBothAsync();
        var (stays, leaver) = (await service.AccountAsync(), await service.AccountAsync());
        var isAway = true;
        _mail.Answer = _ => isAway ? new SmtpResponse(SmtpReplyCode.Aborted, "later") : SmtpResponse.Ok;
        await RevokeAsync(service, await stays.Client.IssueAsync());
        await RevokeAsync(service, await leaver.Client.IssueAsync());
        await UntilAsync(() => MailsTo(stays).Count > 0 && MailsTo(leaver).Count > 0 && _receiver.Requests.Count == 2);

        (await service.Administrator.PutAsync($"{AccountCalls.Users}/{leaver.Id}", new { enabled = false })).Status.ShouldBe(200);
        await UntilAsync(() => service.Logs.Lines.Any(line => line.Contains("was dropped: its account was switched off")));
        var (waiting, dropped) = (MailsTo(stays).Count, MailsTo(leaver).Count);
        isAway = false;
        await UntilAsync(() => MailsTo(stays).Count > waiting);

        MailsTo(leaver).Count.ShouldBe(dropped);
        service.Logs.Lines.ShouldAllBe(line => !line.Contains(leaver.Email), "The log has no addresses.");
    }

    [Fact]
    public async Task A_description_makes_neither_headers_nor_markup()
    {
        var service = await StartWithBothAsync();
        var account = await service.AccountAsync();
        await RevokeAsync(service, await account.Client.IssueAsync("""{"description":"x\r\nBcc: evil@example.com\r\n\r\n<script>alert(1)</script>\u202Egnp.exe"}"""));

        await UntilAsync(() => _mail.Mails.Count >= 1);

        var mail = _mail.Mails.ShouldHaveSingleItem();
        mail.Headers.Select(header => header.Id).ShouldBe(
            [HeaderId.From, HeaderId.Date, HeaderId.Subject, HeaderId.MessageId, HeaderId.To, HeaderId.MimeVersion, HeaderId.AutoSubmitted, HeaderId.Unknown], ignoreOrder: true);
        mail.Subject.ShouldBe("Your access token \"xBcc: evil@example.com<script>alert(1)</script>gnp.exe\" was revoked by an administrator");
        mail.HtmlBody.ShouldNotBeNull().ShouldNotContain("<script>");
        _mail.Traffic.ShouldNotContain("\nBcc:");
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await (_receiver?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_mail?.DisposeAsync() ?? ValueTask.CompletedTask);
        GC.SuppressFinalize(this);
    }

    private async Task<TestService> StartWithBothAsync(params (string Key, string Value)[] settings)
    {
        (_receiver, _mail) = (await WebhookReceiver.StartAsync(Cancel), await MailServer.StartAsync());
        var service = await StartAsync(_time, [.. _receiver.Settings, .. _mail.Settings, .. settings]);

        // What happens before notifications are switched on is not told.
        var source = service.Services.GetRequiredService<INotificationSource>();
        foreach (var name in new[] { "events", "expiry/0" })
        {
            await UntilAsync(async () => await source.FindPositionAsync(name, Cancel) is not null);
        }

        return service;
    }

    private static Task<IssuedToken> IssueAsync(TestAccount account, string description, DateTimeOffset expiresAt) =>
        account.Client.IssueAsync(JsonSerializer.Serialize(new { description, expiresAt }));

    private List<MimeMessage> MailsTo(TestAccount account) => [.. _mail.Mails.Where(mail => mail.To.ToString() == account.Email)];

    private static async Task RevokeAsync(TestService service, IssuedToken token) =>
        (await service.Administrator.DeleteAsync($"/api/admin/personal-access-tokens/{token.Id}")).Status.ShouldBe(200);

    private static JsonElement TokenOf(WebhookRequest request) => request.Data.GetProperty("token");

    private Task UntilAsync(Func<bool> wanted, TimeSpan? step = null) => UntilAsync(() => Task.FromResult(wanted()), step);

    private async Task UntilAsync(Func<Task<bool>> wanted, TimeSpan? step = null)
    {
        (await Eventually.GetAsync(
            () =>
            {
                _time.Advance(step ?? TimeSpan.FromSeconds(5));
                return wanted();
            },
            isSo => isSo,
            null,
            Cancel)).ShouldBeTrue();
    }

    private void ShouldTellNo(IReadOnlyList<string> secrets)
    {
        foreach (var told in new[] { _receiver.Traffic, _mail.Traffic })
        {
            told.Length.ShouldBeGreaterThan(1000);
            secrets.ShouldAllBe(secret => !told.Contains(secret, StringComparison.OrdinalIgnoreCase));
        }
    }
}
