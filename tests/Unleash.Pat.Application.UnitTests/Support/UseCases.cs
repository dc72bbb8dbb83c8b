using System.Diagnostics.Metrics;
using MediatR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Moq;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Sessions;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Application.Users;
using Unleash.Pat.TestSupport;

namespace Unleash.Pat.Application.UnitTests.Support;

/// <summary>The use cases as the service itself registers them, around ports that are mocks.</summary>
internal sealed class UseCases : IDisposable
{
    public static readonly DateTimeOffset Now = new(2027, 1, 1, 12, 0, 0, 0, TimeSpan.Zero);

    private readonly ServiceProvider _provider;
    private readonly IServiceScope _scope;

    public UseCases(params (string Key, string? Value)[] configuration)
    {
        var services = new ServiceCollection();
        services.AddApplication(new ConfigurationBuilder()
            .AddInMemoryCollection(configuration.ToDictionary(pair => pair.Key, pair => pair.Value))
            .Build());
        services.AddSingleton<IMeterFactory, TestMeters>();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<ICurrentUser>(CurrentUser);
        services.AddSingleton<IClientInfo>(CurrentUser);
        services.AddSingleton(Pats.Object);
        services.AddSingleton(Users.Object);
        services.AddSingleton(Sessions.Object);
        services.AddSingleton(Identities.Object);
        services.AddSingleton(Events.Object);
        services.AddSingleton(Passwords.Object);
        services.AddSingleton(Cache.Object);
        services.AddSingleton(Keeper.Object);
        _provider = services.BuildServiceProvider(validateScopes: true);
        _scope = _provider.CreateScope();
    }

    public FakeTimeProvider Clock { get; } = new(Now);

    public FakeCurrentUser CurrentUser { get; } = new();

    public Mock<IPatRepository> Pats { get; } = new();

    public Mock<IUserRepository> Users { get; } = new();

    public Mock<ISessionRepository> Sessions { get; } = new();

    public Mock<IUserIdentityRepository> Identities { get; } = new();

    public Mock<IEventRepository> Events { get; } = new();

    public Mock<IPasswordHasher> Passwords { get; } = new();

    public Mock<ITokenEviction> Cache { get; } = new();

    public Mock<IInitialPasswordKeeper> Keeper { get; } = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public T Get<T>()
        where T : notnull => _scope.ServiceProvider.GetRequiredService<T>();

    /// <summary>The whole way of a request: behaviours, then the handler.</summary>
    public Task<TResponse> Send<TResponse>(IRequest<TResponse> request) => Get<IMediator>().Send(request, Cancelled);

    /// <summary>The handler alone, as if every behaviour had let the request pass.</summary>
    public Task<TResponse> Handle<TRequest, TResponse>(TRequest request)
        where TRequest : IRequest<TResponse> => Get<IRequestHandler<TRequest, TResponse>>().Handle(request, Cancelled);

    /// <summary>No port was asked for anything: no handler ran.</summary>
    public void VerifyNoHandlerRan()
    {
        Pats.VerifyNoOtherCalls();
        Users.VerifyNoOtherCalls();
        Sessions.VerifyNoOtherCalls();
        Events.VerifyNoOtherCalls();
        Passwords.VerifyNoOtherCalls();
        Cache.VerifyNoOtherCalls();
        Keeper.VerifyNoOtherCalls();
    }

    public void Dispose()
    {
        _scope.Dispose();
        _provider.Dispose();
    }
}
