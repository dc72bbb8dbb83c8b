using System.Diagnostics.CodeAnalysis;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Inventory;
using Unleash.Pat.Domain.Text;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Api.Inventory;

/// <summary>Reads a filter, of a query or of a body.</summary>
/// <param name="path">Where its properties are: <c>/query</c>, <c>/body/filter</c>.</param>
internal sealed class InventoryFilterReader(string path)
{
    /// <summary>Where the properties of a query are.</summary>
    public const string Query = "/query";

    private const string Active = "active";
    private const string Expired = "expired";
    private const string Disabled = "disabled";

    private static readonly string[] Kinds = [AccountType.User.ToName(), AccountType.ServiceAccount.ToName()];

    private readonly List<ErrorDetail> _faults = [];

    /// <exception cref="RefusedException">With every fault.</exception>
    public InventoryFilter Read(InventoryFilterRequest sent)
    {
        // Threat: what is not understood and left out would make the filter name more tokens than its author meant.
        var filter = new InventoryFilter
        {
            State = State(sent.State),
            AccountType = Kind(sent.AccountType),
            UserId = sent.UserId,
            Query = Text(sent.Query),
            Scope = Scope(sent.Scope),
            Unrestricted = OnlyTrue("unrestricted", sent.Unrestricted),
            NeverExpires = OnlyTrue("neverExpires", sent.NeverExpires),
            ExpiresBefore = sent.ExpiresBefore,
            CreatedBefore = sent.CreatedBefore,
            UnusedSince = sent.UnusedSince,
            ViolatesPolicy = OnlyTrue("violatesPolicy", sent.ViolatesPolicy),
        };
        return _faults.Count == 0 ? filter : throw RefusedException.BrokenSchema(_faults);
    }

    // A form sends its empty fields in a query. In a body an empty text is a mistake, which must not revoke more than was meant.
    private bool IsAbsent([NotNullWhen(false)] string? text) => text is null || (text.Length == 0 && path == Query);

    private TokenState? State(string? text) => text switch
    {
        _ when IsAbsent(text) => null,
        Active => TokenState.Active,
        Expired => TokenState.Expired,
        Disabled => TokenState.Disabled,
        _ => Fault<TokenState?>("state", OneOf(Active, Expired, Disabled), text),
    };

    private AccountType? Kind(string? text) => text switch
    {
        _ when IsAbsent(text) => null,
        _ when Kinds.Contains(text) => AccountTypeName.Parse(text),
        _ => Fault<AccountType?>("accountType", OneOf(Kinds), text),
    };

    private string? Text(string? text) => text switch
    {
        _ when text is null || (string.IsNullOrWhiteSpace(text) && path == Query) => null,
        _ when string.IsNullOrWhiteSpace(text) => Fault<string?>("query", "must contain more than white space", text),
        _ when text.IsLongerThan(InventoryFilter.MaxQueryLength) => Fault<string?>(
            "query", $"must NOT have more than {InventoryFilter.MaxQueryLength} characters", text),
        _ when text.Contains('\0', StringComparison.Ordinal) => Fault<string?>("query", "cannot contain the character U+0000", text),
        _ => text,
    };

    private string? Scope(string? text) => text switch
    {
        _ when IsAbsent(text) => null,
        _ when TokenScopes.IsValid(text) => text,
        _ => Fault<string?>("scope", "must have the form of a scope", text),
    };

    private bool OnlyTrue(string name, bool? value)
    {
        if (value is false)
        {
            _faults.Add(Errors.PropertyInvalid($"{path}/{name}", "must be true, or absent", "false"));
        }

        return value is true;
    }

    private T? Fault<T>(string name, string demand, string text)
    {
        _faults.Add(Errors.PropertyInvalid($"{path}/{name}", demand, JsonText.Quote(text)));
        return default;
    }

    private static string OneOf(params string[] values) => $"must be one of {string.Join(", ", values)}";
}
