using FluentValidation;
using MediatR;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.AdminTokens;

/// <summary>Issues an admin token.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Type">Must be <see cref="AdminType"/>, in any case.</param>
/// <param name="ExpiresAt">When it dies; <see langword="null"/> takes the default lifetime of personal tokens.</param>
[RequiresPermission(Permission.Admin)]
public sealed record CreateAdminTokenCommand(string Name, string Type, DateTimeOffset? ExpiresAt)
    : IRequest<IssuedAdminToken>
{
    /// <summary>The only type of API token that this service issues.</summary>
    public const string AdminType = "admin";
}

/// <summary>An admin token at the one moment when its secret is known.</summary>
/// <param name="Token">The token.</param>
/// <param name="Secret">Its secret, to be shown once.</param>
public sealed record IssuedAdminToken(AdminToken Token, TokenSecret Secret);

internal sealed class CreateAdminTokenCommandValidator : AbstractValidator<CreateAdminTokenCommand>
{
    public CreateAdminTokenCommandValidator(IOptions<PatOptions> options, TimeProvider time)
    {
        RuleFor(command => command.Type)
            .Must(type => type.Equals(CreateAdminTokenCommand.AdminType, StringComparison.OrdinalIgnoreCase))
            .WithError(Errors.AdminTokenTypeUnknown);
        RuleFor(command => command.Name)
            .Cascade(CascadeMode.Stop)
            .Must(name => name.Length <= AdminToken.NameMaxLength && DisplayName.Prepare(name).Length <= AdminToken.NameMaxLength)
            .WithError(Errors.AdminTokenNameTooLong)
            .Must(name => name.Length > 0 && name.Trim().Length == name.Length && DisplayName.HidesNothing(name))
            .WithError(Errors.AdminTokenNameInvalid);
        RuleFor(command => command.ExpiresAt).MustBeWithin(options.Value.Policy, time);
    }
}

internal sealed class CreateAdminTokenCommandHandler(
    IAdminTokenRepository tokens,
    ConfiguredAdminTokens configured,
    ICurrentUser current,
    IssuerLimit limit,
    TimeProvider time)
    : IRequestHandler<CreateAdminTokenCommand, IssuedAdminToken>
{
    public async Task<IssuedAdminToken> Handle(CreateAdminTokenCommand request, CancellationToken cancellationToken)
    {
        var now = UtcMilliseconds.UtcNow(time);
        var expiresAt = limit.ExpiryOf(request.ExpiresAt, now);

        // Two ways to write one name look the same in the list.
        var name = DisplayName.Prepare(request.Name);
        if (configured.Names.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            throw new RefusedException(Errors.AdminTokenExists);
        }

        var secret = TokenSecret.GenerateAdmin();
        var creation = await tokens.CreateAsync(
            new AdminToken(0, name, secret.Selector, now, expiresAt, null, Creator()),
            secret.Verifier(),
            created => AuditEvent.By(
                current.Required, EventType.AdminTokenCreated, now, AdminTokenEventData.From(created)),
            cancellationToken);
        return creation.Status switch
        {
            AdminTokenWriteStatus.Done => new IssuedAdminToken(creation.Token!, secret),
            AdminTokenWriteStatus.NameTaken => throw new RefusedException(Errors.AdminTokenExists),

            // The account was removed or demoted after its credential was accepted.
            _ => throw new RefusedException(Errors.NotAuthenticated),
        };
    }

    // Threat: an admin token that outlives the account by a chain of others. So one that an admin token makes belongs to
    // the account that made the first of them.
    private AdminTokenCreator? Creator() =>
        current.Required.AnswerableUserId is { } id ? new AdminTokenCreator(id) : null;
}
