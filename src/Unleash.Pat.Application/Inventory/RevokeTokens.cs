using FluentValidation;
using MediatR;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Policy;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Inventory;

/// <summary>Revokes all tokens that a filter names, or shows which they are (docs/api.md, section 9).</summary>
/// <param name="Filter">Which tokens; not empty.</param>
/// <param name="IsDryRun">Whether nothing is changed.</param>
/// <param name="Expected">How many the caller expects; needed unless it is a dry run.</param>
[RequiresPermission(Permission.Admin)]
public sealed record RevokeTokensCommand(InventoryFilter Filter, bool IsDryRun, long? Expected) : IRequest<RevokedTokens>
{
    /// <summary>The most tokens that are revoked in one transaction.</summary>
    public const int BatchSize = 500;

    /// <summary>The most tokens that a dry run shows.</summary>
    public const int SampleSize = 10;
}

/// <summary>What was revoked, or would be.</summary>
/// <param name="Matched">How many tokens match.</param>
/// <param name="Revoked">How many were revoked.</param>
/// <param name="Sample">Some of those that match, in a dry run.</param>
public sealed record RevokedTokens(long Matched, long Revoked, IReadOnlyList<InventoryToken>? Sample);

internal sealed class RevokeTokensCommandValidator : AbstractValidator<RevokeTokensCommand>
{
    public RevokeTokensCommandValidator()
    {
        RuleFor(command => command.Filter).Must(filter => !filter.IsEmpty).WithError(Errors.InventoryFilterEmpty);
        RuleFor(command => command.Expected).NotNull().When(command => !command.IsDryRun).WithError(Errors.ExpectedMissing);
    }
}

internal sealed class RevokeTokensCommandHandler(
    IInventoryRepository inventory, ITokenEviction cache, ICurrentUser current, IOptions<PatOptions> options, TimeProvider time)
    : IRequestHandler<RevokeTokensCommand, RevokedTokens>
{
    private static readonly InventoryOrder ById = new(InventorySort.Id);

    public Task<RevokedTokens> Handle(RevokeTokensCommand request, CancellationToken cancellationToken)
    {
        var criteria = new InventoryCriteria(request.Filter, TokenPolicy.Of(options.Value), UtcMilliseconds.UtcNow(time));
        return request.IsDryRun
            ? ShowAsync(criteria, cancellationToken)
            : RevokeAsync(criteria, request.Expected!.Value, cancellationToken);
    }

    private async Task<RevokedTokens> ShowAsync(InventoryCriteria criteria, CancellationToken cancellationToken)
    {
        var page = await inventory.GetPageAsync(criteria, ById, after: null, RevokeTokensCommand.SampleSize, cancellationToken);
        var matched = page.Next is null ? page.Tokens.Count : await inventory.CountAsync(criteria, cancellationToken);
        return new RevokedTokens(matched, 0, page.Tokens);
    }

    private async Task<RevokedTokens> RevokeAsync(InventoryCriteria criteria, long expected, CancellationToken cancellationToken)
    {
        var ids = await inventory.GetIdsAsync(criteria, cancellationToken);
        if (ids.Count != expected)
        {
            throw new RefusedException(Errors.OtherNumberOfTokens(ids.Count, expected));
        }

        var revoked = 0L;
        foreach (var batch in OwnLast(ids).Chunk(RevokeTokensCommand.BatchSize))
        {
            revoked += await RevokeAsync(batch, criteria, cancellationToken);
        }

        return new RevokedTokens(ids.Count, revoked, Sample: null);
    }

    // Where a batch fails, the caller can still try again with the token that it uses.
    private IEnumerable<long> OwnLast(IReadOnlyList<long> ids) =>
        current.Caller is { UserId: not null, Token.Id: var own } && ids.Contains(own) ? ids.Where(id => id != own).Append(own) : ids;

    private async Task<int> RevokeAsync(long[] ids, InventoryCriteria criteria, CancellationToken cancellationToken)
    {
        try
        {
            var audit = AuditStamp.By(current.Required, EventType.PatDeleted, UtcMilliseconds.UtcNow(time));
            return await inventory.RevokeAsync(ids, criteria, audit, cancellationToken);
        }
        finally
        {
            // Threat: as for one token, a revocation that was not acknowledged would leave tokens that authenticate.
            cache.EvictTokens(ids);
        }
    }
}
