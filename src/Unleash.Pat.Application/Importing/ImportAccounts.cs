using MediatR;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Importing;

/// <summary>Takes the accounts and tokens of a source that are not here yet. It changes nothing that is here.</summary>
/// <param name="Source">Where they are taken from; the sender disposes of it.</param>
/// <param name="IsDryRun">Whether only to say what would be done.</param>
[RequiresPermission(Permission.Admin)]
public sealed record ImportAccountsCommand(IImportSource Source, bool IsDryRun) : IRequest<ImportReport>;

internal sealed class ImportAccountsCommandHandler(
    IImportRepository imports, IPatRepository pats, ICurrentUser current, IOptions<PatOptions> options, TimeProvider time)
    : IRequestHandler<ImportAccountsCommand, ImportReport>
{
    public async Task<ImportReport> Handle(ImportAccountsCommand request, CancellationToken cancellationToken)
    {
        var source = await request.Source.GetNameAsync(cancellationToken);
        var run = new ImportRun(source, request.IsDryRun, options.Value.MaxPerUser, imports, pats, current.Required, time);

        // One account with its tokens after another, each in a transaction: a service beside it never waits long, and a run
        // that was killed is continued by the next one.
        await foreach (var account in request.Source.ReadAsync(cancellationToken))
        {
            await run.ImportAsync(account, cancellationToken);
        }

        return run.Report;
    }
}
