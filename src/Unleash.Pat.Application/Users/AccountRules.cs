using FluentValidation;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users;

/// <summary>The rules of names, e-mail addresses and roles, for every command that sets them.</summary>
internal static class AccountRules
{
    public static void MustBeUsername<T>(this IRuleBuilderInitial<T, string?> rule) => rule
        .Cascade(CascadeMode.Stop)
        .Must(text => text is null || !AccountName.IsTooLong(text))
        .WithError(Errors.UsernameTooLong)
        .Must(text => string.IsNullOrEmpty(text) || Username.HidesNothing(text))
        .WithError(Errors.UsernameInvisible)
        .Must(text => string.IsNullOrEmpty(text) || !Username.BeginsWithMark(text))
        .WithError(Errors.UsernameBeginsWithMark)
        .Must(text => string.IsNullOrEmpty(text) || Username.IsIdentifier(text))
        .WithError(Errors.UsernameNotIdentifier);

    public static void MustBeEmail<T>(this IRuleBuilderInitial<T, string?> rule) => rule
        .Cascade(CascadeMode.Stop)
        .Must(text => text is null || !AccountName.IsTooLong(text))
        .WithError(Errors.EmailTooLong)
        .Must(text => string.IsNullOrEmpty(text) || AccountName.IsEmailAddress(text))
        .WithError(Errors.EmailInvalid);

    public static void MustBeName<T>(this IRuleBuilderInitial<T, string?> rule) => rule
        .Cascade(CascadeMode.Stop)
        .Must(text => text is null || (text.Length <= AccountName.MaxLength && text.AsName()?.Length is not > AccountName.MaxLength))
        .WithError(Errors.NameTooLong)
        .Must(text => text is null || DisplayName.HidesNothing(text))
        .WithError(Errors.NameInvisible)
        .Must(text => string.IsNullOrEmpty(text) || text.AsName() is not null)
        .WithError(Errors.NameEmpty);

    public static void MustBeRole<T>(this IRuleBuilderInitial<T, string?> rule) => rule
        .Must(reference => reference is null || RootRole.Find(reference) is not null)
        .WithError(reference => Errors.RoleNotFound(Shorten(reference!)));

    /// <summary>
    /// Applies rules only where a text differs from the account's own: an account that is older than the rules keeps its
    /// names when its other properties change.
    /// </summary>
    public static void WhenChanged<T>(
        this AbstractValidator<T> validator,
        IUserRepository users,
        Func<T, (long Id, string? Text)> sent,
        Func<User, string?> own,
        Action rules) => validator.WhenAsync(
            async (command, cancellationToken) =>
            {
                var (id, text) = sent(command);
                return await users.FindAsync(id, cancellationToken) is not { } user || own(user) != text;
            },
            rules);

    /// <summary>A text, or <see langword="null"/> where it is empty: both mean that it is absent, as in Unleash.</summary>
    public static string? NullIfEmpty(this string? text) => string.IsNullOrEmpty(text) ? null : text;

    /// <summary>A username as it is stored.</summary>
    public static string? AsUsername(this string? text) => text.NullIfEmpty() is { } name ? Username.Prepare(name) : null;

    /// <summary>A name to show as it is stored.</summary>
    public static string? AsName(this string? text) => text is null ? null : DisplayName.Prepare(text).NullIfEmpty();

    /// <summary>An e-mail address as it is stored: in lower case, as in Unleash.</summary>
    public static string? AsEmail(this string? text) => text.NullIfEmpty() is { } email ? AccountName.Address(email) : null;

    /// <summary>The account that was changed or deleted, or the refusal in the words of the wire.</summary>
    /// <param name="missing">The refusal where there is no such account.</param>
    public static User RequireAccount(this WriteResult<User> result, ServiceError missing) => result.Require(status => status switch
    {
        WriteStatus.NotFound => missing,
        WriteStatus.NameTaken => Errors.UserExists("email"),
        WriteStatus.LastAdministrator => Errors.LastAdministrator,
        _ => throw new InvalidOperationException($"Unknown outcome {status}."),
    });

    private static string Shorten(string text) => text.Length <= 20 ? text : text[..20] + "…";
}
