using System.Data;
using Microsoft.Extensions.DependencyInjection;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Sessions;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Statements;

/// <summary>How often SQL Server is asked for one piece of work: locks last as long as that does.</summary>
public sealed class RoundTripTests : IAsyncDisposable
{
    private static readonly DateTimeOffset Now = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly RecordingDialect _dialect = new(() => new DataTable());
    private readonly ServiceProvider _services;

    public RoundTripTests() => _services = EveryStatement.Build(_dialect);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static AuditStamp Audit => new("some-event", "somebody", 1, Now);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _dialect.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(200)]
    public async Task A_batch_of_last_uses_is_one(int count)
    {
        var uses = Enumerable.Range(1, count).Select(id => new LastUse(id, Now)).ToList();

        await _services.GetRequiredKeyedService<ITokenVerifierStore>(TokenKind.Personal).WriteLastUsedAsync(uses, Cancel);

        _dialect.Commands.ShouldHaveSingleItem().Parameters.Count.ShouldBe(3 * count);
    }

    [Fact]
    public async Task A_sign_in_is_one()
    {
        var session = new NewSession(1, new byte[32], Now, Now.AddDays(2), null, null);

        await _services.GetRequiredService<ISessionRepository>().BeginAsync(session, new VerifiedPassword("hash"), Audit, Cancel);

        ShouldBeATransactionOfOne();
    }

    [Fact]
    public async Task A_refused_sign_in_is_one()
    {
        await _services.GetRequiredService<ISessionRepository>().RecordFailureAsync(1, new SignInEventData(null, null), Audit, Cancel);

        ShouldBeATransactionOfOne();
    }

    [Fact]
    public async Task A_sign_out_is_one()
    {
        await _services.GetRequiredService<ISessionRepository>().EndAsync(1, new SignInEventData(null, null), Audit, Cancel);

        ShouldBeATransactionOfOne();
    }

    [Fact]
    public async Task A_deletion_of_a_token_is_one()
    {
        await _services.GetRequiredService<IPatRepository>().DeleteAsync(1, 1, Audit, Cancel);

        ShouldBeATransactionOfOne();
    }

    [Fact]
    public async Task A_creation_of_a_token_is_one()
    {
        var pat = NewPat.Create(1, TokenSecret.Generate(), "laptop", Now.AddDays(1), new ExpiryPolicy(TimeSpan.FromDays(1), null), Now);

        await _services.GetRequiredService<IPatRepository>().CreateAsync(pat, maxPerUser: 10, Audit, Cancel);

        ShouldBeATransactionOfOne();
    }

    [Fact]
    public async Task A_list_of_tokens_is_one()
    {
        await _services.GetRequiredService<IPatRepository>().GetAllAsync(1, Cancel);

        _dialect.Commands.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_first_verification_is_one()
    {
        await _services.GetRequiredKeyedService<ITokenVerifierStore>(TokenKind.Personal).FindAsync(new string('s', TokenSecret.SelectorLength), Cancel);

        _dialect.Commands.ShouldHaveSingleItem();
    }

    private void ShouldBeATransactionOfOne()
    {
        var text = _dialect.Commands.ShouldHaveSingleItem().Text;
        text.ShouldStartWith("SET XACT_ABORT ON; BEGIN TRANSACTION;");
        text.ShouldEndWith("COMMIT TRANSACTION;");
    }
}
