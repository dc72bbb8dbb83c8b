using System.Globalization;
using FluentValidation;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Importing;

/// <summary>What an account of a source becomes here.</summary>
/// <param name="User">The account; <see langword="null"/> where it is left.</param>
/// <param name="Left">Why it is left.</param>
/// <param name="Changes">What is not as it was.</param>
internal sealed record MappedAccount(NewUser? User, string? Left, IReadOnlyList<string> Changes);

/// <summary>The rules by which accounts of a source become accounts.</summary>
internal static class AccountMapping
{
    private static readonly NameValidator Names = new();

    public static MappedAccount Map(SourceAccount account, DateTimeOffset now)
    {
        if (account.Unfit is { } unfit)
        {
            return new(null, unfit, []);
        }

        if (Names.Validate(account) is { IsValid: false } names)
        {
            return new(null, string.Join(' ', names.Errors.Select(error => error.ErrorMessage)), []);
        }

        var changes = new List<string>();
        var user = new NewUser(
            account.AccountType,
            account.Username.AsUsername(),
            account.Email.AsEmail(),
            NameOf(account, changes),
            RoleOf(account, changes),
            HashOf(account, changes),
            UtcMilliseconds.Truncate(account.CreatedAt ?? now))
        {
            SeenAt = account.SeenAt is { } seen ? UtcMilliseconds.Truncate(seen) : null,
            LoginAttempts = Math.Max(0, account.LoginAttempts),
        };
        if (user.Username is not null && user.Username != account.Username)
        {
            changes.Add(string.Create(CultureInfo.InvariantCulture, $"The username is stored as {user.Username}."));
        }

        return new(user, null, changes);
    }

    // A name to show opens nothing, so an account is not left because of it.
    private static string? NameOf(SourceAccount account, List<string> changes)
    {
        if (account.Name is not { } name || (name.AsName() is { Length: <= AccountName.MaxLength } && DisplayName.HidesNothing(name)))
        {
            return account.Name.AsName();
        }

        if (name.Length > 0)
        {
            changes.Add("The name is left out: it is too long, or has invisible characters.");
        }

        return null;
    }

    // Threat: a role of the source's own can be any set of rights. It never becomes Admin by its name or its rights.
    private static RootRole RoleOf(SourceAccount account, List<string> changes)
    {
        if (RootRole.All.FirstOrDefault(role => role.Name == account.Role) is { } same)
        {
            return same;
        }

        changes.Add(account.Role is null
            ? "The account has no root role: it becomes a Viewer."
            : $"The root role {account.Role} does not exist here: the account becomes a Viewer.");
        return RootRole.Viewer;
    }

    private static string? HashOf(SourceAccount account, List<string> changes)
    {
        if (account.PasswordHash is not { Length: > 0 } hash || account.AccountType == AccountType.ServiceAccount)
        {
            return null;
        }

        if (ImportedPassword.IsSupported(hash))
        {
            return hash;
        }

        changes.Add("The password does not work here, because its hash is not bcrypt: the user needs a link to set one.");
        return null;
    }

    private sealed class NameValidator : AbstractValidator<SourceAccount>
    {
        public NameValidator()
        {
            RuleFor(account => account)
                .Must(account => account.Username.NullIfEmpty() is not null || account.Email.NullIfEmpty() is not null)
                .WithMessage("It has neither a username nor an e-mail address.");
            RuleFor(account => account.Username).MustBeUsername();
            RuleFor(account => account.Email).MustBeEmail();
        }
    }
}
