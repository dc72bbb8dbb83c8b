using System.Globalization;
using System.Reflection;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Domain.Users;
using static Unleash.Pat.Application.ErrorKind;

namespace Unleash.Pat.Application;

/// <summary>
/// Every refusal of the service: its kind, its text and the field that is at fault. The description of the API shows the
/// same texts (<c>[Refuses]</c> names the members).
/// </summary>
public static class Errors
{
    private const string Encodings = "br, deflate, gzip";
    private const string Administrator = "If you have forgotten your password, get in touch with your instance administrator.";

#pragma warning disable CS1591 // Each member's text says what it means.

    // Credentials and permissions
    public static ServiceError NotAuthenticated { get; } = new(UnauthorizedError, "You must log in to use Unleash.");

    public static ServiceError AccountRequired { get; } = new(NoAccessError, "This action needs an account, and an admin token belongs to none.");

    public static ServiceError WrongCredentials { get; } = new(PasswordMismatch,
        $"The combination of password and username you provided is invalid. {Administrator}");

    [ErrorExample("")]
    public static ServiceError SignInWithPassword(string? basePath) => new(AuthenticationRequired,
        "You must log in to use Unleash. Your request had no authorization header, so we could not authorize you. "
        + $"Try logging in at {basePath}/auth/simple/login.")
    {
        SignIn = new SignInLink("password", $"{basePath}/auth/simple/login"),
    };

    [ErrorExample("")]
    public static ServiceError SignInWithEmail(string? basePath) => new(AuthenticationRequired, "You have to identify yourself in order to use Unleash.")
    {
        SignIn = new SignInLink("demo", $"{basePath}/auth/demo/login"),
    };

    [ErrorExample("")]
    public static ServiceError SignInWithProvider(string? basePath) => new(AuthenticationRequired,
        "You must log in to use Unleash. Your request had no authorization header, so we could not authorize you. "
        + $"Try logging in at {basePath}/auth/oidc/login.")
    {
        SignIn = new SignInLink("custom", $"{basePath}/auth/oidc/login"),
    };

    [ErrorExample(Permission.Admin)]
    public static ServiceError PermissionMissing(string permission) => new(NoAccessError,
        $"You need the \"{permission}\" permission to perform this action.");

    [ErrorExample("https://unleash.example.com")]
    public static ServiceError ForeignOrigin(string ownOrigin) => new(NoAccessError,
        $"The request was refused because it comes from another origin than this service's own, {ownOrigin}.");

    [ErrorExample(5)]
    public static ServiceError TooManyFailedSignIns(int seconds) => Wait("Too many failed attempts to sign in.", seconds);

    [ErrorExample(42)]
    public static ServiceError TooManySignIns(int seconds) => Wait("Too many attempts to sign in from this address.", seconds);

    [ErrorExample(42)]
    public static ServiceError TooManyPasswordLinks(int seconds) => Wait("Too many uses of links from this address.", seconds);

    [ErrorExample(2)]
    public static ServiceError TooManyPasswords(int seconds) => Wait("Too many passwords are being checked at this moment.", seconds);

    // Verifying for other services
    public static ServiceError VerifierNotAuthenticated { get; } = new(UnauthorizedError,
        "Authenticate as a service account, by HTTP Basic with its username and one of its tokens or with the token alone, or with an admin token.")
    {
        Challenge = "Basic realm=\"Unleash.Pat\"",
    };

    public static ServiceError VerifierRequired { get; } = new(NoAccessError,
        "Only service accounts and admin tokens can verify the tokens of others. This token belongs to a user.");

    public static ServiceError SeveralCredentials { get; } = new(BadRequestError,
        "The request has credentials in its authorization header and in its form. Send them in one of the two.");

    [ErrorExample("Admin")]
    public static ServiceError RoleMissing(string role) => new(NoAccessError, $"This needs the role {role}.");

    [ErrorExample("deploy:write")]
    public static ServiceError ScopeMissing(string scope) => new(NoAccessError,
        $"This token's scopes do not allow this. It needs \"{scope}\".");

    [ErrorExample("role \"Administrator\" is none of Admin, Editor and Viewer")]
    public static ServiceError RequirementUnusable(string how) => new(NoAccessError,
        $"The requirement in the query cannot be used, so it is met by no token: {how}.");

    [ErrorExample(42)]
    public static ServiceError TooManyRevocations(int seconds) => Wait("Too many revocations from this address.", seconds);

    public static ServiceError RevocationsNotRead { get; } = new(ServiceUnavailableError,
        "This node cannot read the revocations at the moment. Try again shortly.");

    public static ServiceError TooManyStreams { get; } = new(ServiceUnavailableError,
        "Too many streams of revocations are open at this node. Try again shortly.");

    // Tokens
    public static ServiceError PatsDisabled { get; } = new(NotFoundError, "PATs are disabled.");

    public static ServiceError DescriptionEmpty { get; } = new(BadDataError, "PAT description cannot be empty.", "description");

    public static ServiceError DescriptionTooLong { get; } = new(BadDataError,
        $"PAT description cannot be longer than {TokenDescription.MaxLength} characters.", "description");

    public static ServiceError DescriptionHasNul { get; } = new(BadDataError, "PAT description cannot contain the character U+0000.", "description");

    public static ServiceError DescriptionExists { get; } = new(NameExistsError, "PAT description already exists.", "description");

    public static ServiceError ExpiryNotInFuture { get; } = new(BadDataError, "The expiry date should be in future.", "expiresAt");

    [ErrorExample("2027-01-01T00:00:00.000Z")]
    public static ServiceError ExpiryTooLate(string latest) => new(BadDataError, $"The expiry date should not be later than {latest}.", "expiresAt");

    [ErrorExample(10)]
    public static ServiceError TooManyPats(int limit) => new(OperationDeniedError, $"Too many PATs ({limit}) already exist for this user.");

    [ErrorExample(12345L)]
    public static ServiceError PatNotFound(long id) => new(NotFoundError, $"Could not find the PAT with ID \"{id}\".");

    [ErrorExample("2027-01-01T00:00:00.000Z")]
    public static ServiceError TokenOutlivesIssuer(string latest) => Outlives("create a token", latest);

    [ErrorExample("2027-01-01T00:00:00.000Z")]
    public static ServiceError RotatedTokenOutlivesIssuer(string latest) => Outlives("rotate a token to a secret", latest);

    public static ServiceError ExpiryNotShortened { get; } = new(BadDataError,
        "The expiry of a token can only be shortened. Rotate it to extend it.", "expiresAt");

    public static ServiceError OverlapInvalid { get; } = new(BadDataError,
        $"The overlapSeconds must be between 0 and {(int)PatRotation.MaxOverlap.TotalSeconds}.", "overlapSeconds");

    public static ServiceError NoCurrentPat { get; } = new(NotFoundError, "No personal access token authenticates this request.");

    public static ServiceError DeletionNeedsState { get; } = new(BadDataError,
        "Only expired tokens can be deleted together: add state=expired to the address.");

    [ErrorExample(0)]
    public static ServiceError ScopeMalformed(int index) => new(BadDataError,
        $"A scope has at most {TokenScopes.MaxLength} lower-case letters, digits and : . _ / -, and begins with a letter or digit.", ScopeAt(index));

    [ErrorExample(1, "deploy:write")]
    public static ServiceError ScopeRepeated(int index, string scope) => new(BadDataError,
        $"The scope \"{scope}\" is given twice.", ScopeAt(index));

    [ErrorExample(TokenScopes.MaxCount)]
    public static ServiceError TooManyScopes(int index) => new(BadDataError,
        $"A token cannot have more than {TokenScopes.MaxCount} scopes.", ScopeAt(index));

    [ErrorExample(0, "deploy:write")]
    public static ServiceError ScopeNotNamed(int index, string scope) => new(BadDataError,
        $"The scope \"{scope}\" is none of those that this service names.", ScopeAt(index));

    [ErrorExample("deploy:write")]
    public static ServiceError ScopeNotHeld(string scope) => new(NoAccessError,
        $"A token cannot give a scope that it lacks itself: \"{scope}\".");

    public static ServiceError UnrestrictedNotHeld { get; } = new(NoAccessError,
        "A token with scopes cannot give all rights of the account. Name the scopes of the new token, out of its own.");

    public static ServiceError AdminTokenByTokenWithScopes { get; } = new(NoAccessError,
        "A token with scopes cannot create or take over an admin token, which may do everything.");

    // Accounts
    public static ServiceError UserNotFound { get; } = new(NotFoundError, "No user found");

    public static ServiceError NoUsernameOrEmail { get; } = new(BadDataError, "You must specify username or email", "username");

    public static ServiceError UsernameEmpty { get; } = new(BadDataError, "The username cannot be empty.", "username");

    public static ServiceError UsernameTooLong { get; } = TooLong("username");

    public static ServiceError UsernameInvisible { get; } = new(BadDataError,
        "The username cannot begin or end with white space, or contain invisible characters.", "username");

    public static ServiceError UsernameBeginsWithMark { get; } = new(BadDataError,
        "The username cannot begin with an accent or another mark that belongs to the letter before it.", "username");

    public static ServiceError UsernameNotIdentifier { get; } = new(BadDataError,
        "The username can contain letters, digits, ASCII punctuation and single spaces, and no other symbols.", "username");

    public static ServiceError EmailTooLong { get; } = TooLong("email");

    public static ServiceError EmailInvalid { get; } = new(BadDataError, "The email must be an e-mail address.", "email");

    public static ServiceError NameEmpty { get; } = new(BadDataError, "The name cannot be empty.", "name");

    public static ServiceError NameTooLong { get; } = TooLong("name");

    public static ServiceError NameInvisible { get; } = new(BadDataError, "The name cannot contain invisible characters.", "name");

    public static ServiceError LastAdministrator { get; } = new(OperationDeniedError,
        "The last administrator cannot be deleted, demoted or switched off.");

    public static ServiceError ServiceAccountExists { get; } = new(NameExistsError,
        "A service account or user with that username already exists.", "username");

    [ErrorExample("99")]
    public static ServiceError RoleNotFound(string role) => new(BadDataError, $"Could not find rootRole={role}", "rootRole");

    [ErrorExample("username")]
    public static ServiceError UserExists(string? field) => new(NameExistsError, "User already exists", field);

    [ErrorExample(12345L)]
    public static ServiceError ServiceAccountNotFound(long id) => new(NotFoundError, $"Could not find the service account with ID \"{id}\".");

    [ErrorExample(12345L)]
    public static ServiceError ServiceAccountTokenNotFound(long id) => new(NotFoundError, $"Could not find the token with ID \"{id}\".");

    [ErrorExample(12345L)]
    public static ServiceError SessionNotFound(long id) => new(NotFoundError, $"Could not find the session with ID \"{id}\".");

    // Passwords
    public static ServiceError WrongOldPassword { get; } = new(PasswordMismatch, $"The old password you provided is invalid. {Administrator}", "oldPassword");

    public static ServiceError NoPassword { get; } = new(OperationDeniedError, "Your account does not use a password.");

    public static ServiceError OwnPasswordByToken { get; } = new(OperationDeniedError,
        "A token cannot set the password of its own account. Change it with the old password, or sign in.");

    public static ServiceError PasswordLinkInvalid { get; } = new(InvalidTokenError,
        "The link is not valid. It may have expired, been used, or been replaced by a later one. Ask an administrator for another.");

    public static ServiceError PasswordsDiffer { get; } = new(BadDataError, "The password and its confirmation must be the same.", "confirmPassword");

    public static ServiceError PasswordTooShort { get; } = new(BadDataError,
        $"The password must be at least {PasswordPolicy.MinLength} characters long.", "password");

    public static ServiceError PasswordTooLong { get; } = new(BadDataError,
        $"The password must be at most {PasswordPolicy.MaxLength} characters long.", "password");

    public static ServiceError PasswordIsName { get; } = new(BadDataError, "The password must not be the username or the e-mail address.", "password");

    public static ServiceError PasswordIsCommon { get; } = new(BadDataError, "The password must not be one of the most common passwords.", "password");

    // Admin tokens
    public static ServiceError AdminTokenTypeUnknown { get; } = new(BadDataError,
        "This service creates API tokens of type admin only; client, backend and frontend tokens come from Unleash itself.", "type");

    public static ServiceError AdminTokenNameTooLong { get; } = new(BadDataError,
        $"The tokenName cannot be longer than {AdminToken.NameMaxLength} characters.", "tokenName");

    public static ServiceError AdminTokenNameInvalid { get; } = new(BadDataError,
        "The tokenName cannot be empty, begin or end with white space, or contain invisible characters.", "tokenName");

    public static ServiceError AdminTokenExists { get; } = new(NameExistsError, "An admin token with that name already exists.", "tokenName");

    [ErrorExample(7L)]
    public static ServiceError AdminTokenNotFound(long id) => new(NotFoundError, $"There is no admin token {id}.");

    [ErrorExample("2027-01-01T00:00:00.000Z")]
    public static ServiceError AdminTokenOutlivesCaller(string latest) => Outlives("take over an admin token", latest);

    // Tokens of all accounts
    public static ServiceError InventoryFilterEmpty { get; } = new(BadDataError,
        "The filter cannot be empty: it would revoke every token.", "filter");

    public static ServiceError ExpectedMissing { get; } = new(BadDataError,
        "The property expected is required unless dryRun is true: the number of tokens that the dry run has matched.", "expected");

    [ErrorExample(12L, 10L)]
    public static ServiceError OtherNumberOfTokens(long matched, long expected) => new(ConflictError,
        $"The filter matches {matched} tokens and not {expected}, as expected. Nothing was revoked.");

    public static ServiceError SearchTooSlow { get; } = new(ServiceUnavailableError,
        "The search took too long and was stopped. Add a filter that has an index: userId, scope, state, accountType or a date.");

    // Requests
    public static ServiceError OffsetTooFar { get; } = new(BadDataError,
        "No more than 1000000 events of a filter can be skipped. Use the cursor of a page, or the time.");

    public static ServiceError OffsetWithCursor { get; } = new(BadDataError, "An offset and a cursor cannot be combined.");

    public static ErrorDetail PropertyMissing(string path) =>
        new($"The `{path}` property is required. It was not present on the data you sent.", path);

    public static ErrorDetail PropertyInvalid(string path, string demand, string? sent) =>
        new($"The `{path}` property {demand}.{(sent is null ? "" : $" You sent {sent}.")}", path);

    public static ServiceError NoHost { get; } = new(BadRequestError, "The request's host header names no host.");

    public static ServiceError Unreadable { get; } = new(BadRequestError, "The request could not be read.");

    public static ServiceError BodyTooSlow { get; } = new(BadRequestError, "The body of the request arrived too slowly.");

    public static ServiceError PreconditionFailed { get; } = new(PreconditionFailedError, "A condition of the request does not hold, such as if-match.");

    public static ServiceError RangeNotSatisfiable { get; } = new(RangeNotSatisfiableError,
        "The range is beyond the end; the content-range header says where that is.");

    [ErrorExample("it ends too early")]
    public static ServiceError NotJson(string how) => new(BadDataError, $"The request's body could not be read as JSON: {how}.");

    [ErrorExample("it ends within a percent-encoded byte")]
    public static ServiceError NotForm(string how) => new(BadDataError, $"The request's body could not be read as a form: {how}.");

    [ErrorExample("/auth/demo/login")]
    public static ServiceError PathNotFound(string path) => new(NotFoundError, $"The path you were looking for ({path}) is not available.");

    [ErrorExample("PATCH")]
    public static ServiceError MethodNotAllowed(string method) => new(MethodNotAllowedError,
        $"{method} is not available here; the allow header says what is.");

    [ErrorExample(102400)]
    public static ServiceError PayloadTooLarge(int maxBytes) => new(PayloadTooLargeError,
        $"The request's body is too large: at most {maxBytes} bytes are accepted.");

    [ErrorExample("text/plain", "application/json")]
    public static ServiceError ContentTypeNotAccepted(string? provided, string accepted) => new(ContentTypeError,
        $"We do not accept the content-type you provided ({provided ?? "you didn't provide one"}). Try using one of the content-types we do "
        + $"accept instead ({accepted}) and make sure the body is in the corresponding format.");

    [ErrorExample("compress")]
    public static ServiceError ContentEncodingNotAccepted(string provided) => new(ContentTypeError,
        $"We do not accept the content-encoding you provided ({provided}). Send the body as it is, or packed in one of the encodings we do "
        + $"accept ({Encodings}).")
    {
        AcceptedEncodings = Encodings,
    };

    // The service itself
    public static ServiceError Internal { get; } = new(InternalError, "Something went wrong in the service. Its log has the cause under this error's id.");

    public static ServiceError DatabaseUnavailable { get; } = new(ServiceUnavailableError,
        "The database cannot be used right now. Nothing was changed, or the change will show on the next read. Try again shortly.");

    public static ServiceError TooManyCreations { get; } = new(ServiceUnavailableError,
        "Too many tokens of this account are being created and deleted at the same time. Nothing was changed. Try again shortly.");

    public static ServiceError Starting { get; } = new(ServiceUnavailableError,
        "The service is starting: its database is not ready yet. Try again shortly.");

#pragma warning restore CS1591

    /// <summary>An error as the description of the API shows it.</summary>
    /// <param name="member">The name of a member of this class.</param>
    /// <returns>The error, with the arguments of its <see cref="ErrorExampleAttribute"/>.</returns>
    public static ServiceError Example(string member) => typeof(Errors).GetProperty(member)?.GetValue(null) as ServiceError
        ?? (typeof(Errors).GetMethod(member) is { } method && method.GetCustomAttribute<ErrorExampleAttribute>() is { } example
            ? (ServiceError)method.Invoke(null, [.. example.Arguments])!
            : throw new ArgumentException($"There is no error {member}, or it has no example.", nameof(member)));

    private static ServiceError Wait(string reason, int seconds) =>
        new(RateLimitError, $"{reason} Try again in {seconds} seconds.") { RetryAfterSeconds = seconds };

    private static ServiceError Outlives(string action, string latest) => new(OperationDeniedError,
        $"A token cannot {action} that expires later than itself: not later than {latest}.");

    private static string ScopeAt(int index) => string.Create(CultureInfo.InvariantCulture, $"scopes/{index}");

    private static ServiceError TooLong(string field) => new(BadDataError,
        $"The {field} cannot be longer than {AccountName.MaxLength} characters.", field);
}
