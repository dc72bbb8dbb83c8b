using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Users;
using Unleash.Pat.Infrastructure.IntegrationTests.Support;
using Unleash.Pat.Infrastructure.Persistence;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Statements;

/// <summary>
/// How often a use case goes to the database: once. That each time is one command for SQL Server is
/// <see cref="RoundTripTests"/>'s.
/// </summary>
public abstract class UseCaseRoundTripTests<TEngine>(DatabaseFixture<TEngine> fixture) : DatabaseTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private CountingDialect _count = null!;
    private IMediator _mediator = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var caller = new FixedUser(new Caller(await NewUserAsync(), "somebody", RootRole.Editor));
        var (dialect, count) = CountingDialect.Around(Get<ISqlDialect>());
        _count = count;
        _mediator = Fixture.Node(services => services
            .Replace(ServiceDescriptor.Singleton(dialect))
            .AddSingleton<ICurrentUser>(caller)).GetRequiredService<IMediator>();
    }

    [Fact]
    public async Task A_creation_is_one() => await ShouldBeOneAsync(new CreatePatCommand("laptop", null));

    [Fact]
    public async Task A_revocation_is_one()
    {
        var created = await _mediator.Send(new CreatePatCommand("laptop", null), Cancel);

        await ShouldBeOneAsync(new DeletePatCommand(created.Pat.Id));

        (await _mediator.Send(new GetPatsQuery(), Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_list_is_one() => await ShouldBeOneAsync(new GetPatsQuery());

    [Fact]
    public async Task The_current_account_is_one() => await ShouldBeOneAsync(new GetCurrentUserQuery());

    private async Task ShouldBeOneAsync<T>(IRequest<T> request)
    {
        var before = _count.Taken;

        await _mediator.Send(request, Cancel);

        (_count.Taken - before).ShouldBe(1);
    }

    private sealed class FixedUser(Caller caller) : ICurrentUser
    {
        public Caller? Caller => caller;

        public long? SessionId => null;
    }
}
