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

/// <summary>Creates an admin token.</summary>
/// <param name="Name">Unique, byte for byte.</param>
/// <param name="Type">Must be <see cref="AdminType"/>, in any case.</param>
/// <param name="ExpiresAt"><see langword="null"/> takes the default lifetime of personal access tokens.</param>
[RequiresPermission(Permission.Admin)]
public sealed record CreateAdminTokenCommand(string Name, string Type, DateTimeOffset? ExpiresAt)
    : IRequest<CreatedAdminToken>
{
    /// <summary>The only type of API token that this service creates.</summary>
    public const string AdminType = "admin";
}

/// <summary>An admin token with its secret, which only this response contains.</summary>
public sealed record CreatedAdminToken(AdminToken Token, TokenSecret Secret);

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
        RuleFor(command => command.ExpiresAt).MustBeExpiry(options.Value, time);
    }
}

internal sealed class CreateAdminTokenCommandHandler(
    IAdminTokenRepository tokens,
    ConfiguredAdminTokens configured,
    ICurrentUser current,
    TokenExpiry expiry,
    GrantableScopes grantable,
    TimeProvider time)
    : IRequestHandler<CreateAdminTokenCommand, CreatedAdminToken>
{
    public async Task<CreatedAdminToken> Handle(CreateAdminTokenCommand request, CancellationToken cancellationToken)
    {
        grantable.RequireAll();
        var now = UtcMilliseconds.UtcNow(time);
        var expiresAt = expiry.Choose(request.ExpiresAt, now);

        // Two encodings of one name look the same in the list.
        var name = DisplayName.Prepare(request.Name);
        if (configured.Names.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            throw new RefusedException(Errors.AdminTokenExists);
        }

        // Threat: a chain of admin tokens could outlive the account. So every token in a chain belongs to the first creator.
        var secret = TokenSecret.GenerateAdmin();
        var token = new NewAdminToken(
            name, secret.Selector, secret.Verifier(), now, expiresAt, current.Required.AnswerableUserId);
        var result = await tokens.CreateAsync(
            token, AuditStamp.By(current.Required, EventType.AdminTokenCreated, now), cancellationToken);

        // An account that was deleted or demoted after its credential was accepted has to sign in.
        var created = result.Require(status => status == WriteStatus.NameTaken
            ? Errors.AdminTokenExists
            : Errors.NotAuthenticated);
        return new CreatedAdminToken(created, secret);
    }
}
