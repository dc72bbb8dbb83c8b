using System.Runtime.CompilerServices;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Api.OAuth.ForwardAuthentication;

/// <summary>What a proxy is told of a token, in headers. They are made once for a token that is remembered.</summary>
internal sealed class TokenHeaders
{
    private static readonly ConditionalWeakTable<StoredToken, TokenHeaders> Known = [];
    private static readonly StringValues NoStore = "no-store";
    private static readonly StringValues NoSniff = "nosniff";

    private readonly StringValues _user;
    private readonly StringValues _userId;
    private readonly StringValues _email;
    private readonly StringValues _accountType;
    private readonly StringValues _role;
    private readonly StringValues _tokenId;
    private readonly StringValues _scopes;

    private TokenHeaders(StoredToken token, TokenOwner owner, PatOptions pats)
    {
        _user = HeaderText.Encode(owner.Username ?? owner.Email ?? token.Caller.AuditName);
        _userId = WireText.Of(owner.Id);
        _email = owner.Email is { } email ? HeaderText.Encode(email) : default(StringValues);
        _accountType = owner.Type.ToName();
        _role = token.Caller.Role.Name;
        _tokenId = WireText.Of(token.Id);
        _scopes = WireText.Of(pats.ScopesOf(token.Scopes));
    }

    public static TokenHeaders Of(StoredToken token, TokenOwner owner, PatOptions pats) =>
        Known.TryGetValue(token, out var known) ? known : Known.GetValue(token, _ => new TokenHeaders(token, owner, pats));

    public void WriteTo(HttpResponse response)
    {
        response.ContentLength = 0;
        var headers = response.Headers;
        headers.CacheControl = NoStore;
        headers[HeaderNames.XContentTypeOptions] = NoSniff;
        headers["X-Auth-User"] = _user;
        headers["X-Auth-User-Id"] = _userId;
        if (_email.Count > 0)
        {
            headers["X-Auth-Email"] = _email;
        }

        headers["X-Auth-Account-Type"] = _accountType;
        headers["X-Auth-Role"] = _role;
        headers["X-Auth-Token-Id"] = _tokenId;
        if (_scopes.Count > 0)
        {
            headers["X-Auth-Scopes"] = _scopes;
        }
    }
}
