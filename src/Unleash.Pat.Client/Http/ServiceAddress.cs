namespace Unleash.Pat.Client;

/// <summary>What an address of the service must be.</summary>
internal static class ServiceAddress
{
    /// <summary>What is wrong with an address, as the end of a sentence, or <see langword="null"/>.</summary>
    public static string? Fault(Uri? address) => address switch
    {
        null => "must be set to the service's address, for example https://unleash.example.com.",
        { IsAbsoluteUri: false } => $"must be absolute, for example https://unleash.example.com. It is \"{address}\".",
        { Scheme: not ("http" or "https") } => $"must begin with http:// or https://. It is \"{address}\".",
        { Query.Length: > 0 } or { Fragment.Length: > 0 } => "must have no query and no fragment.",
        { UserInfo.Length: > 0 } => "must have no user name and no password, which would not be sent.",
        _ => null,
    };

    /// <summary>The address with a slash at its end, without which the last part of its path would be replaced.</summary>
    public static string Folder(Uri address) => address.AbsoluteUri.EndsWith('/') ? address.AbsoluteUri : $"{address.AbsoluteUri}/";
}
