namespace Unleash.Pat.Api.FunctionalTests.Support;

/// <summary>An operation of the API.</summary>
/// <param name="Method">Its method.</param>
/// <param name="Template">Its path, with <c>{name}</c> for what a request fills in.</param>
/// <param name="Properties">The properties of its JSON body; empty where it takes none.</param>
public sealed record ApiOperation(HttpMethod Method, string Template, IReadOnlyList<string> Properties)
{
    /// <summary>Its path with this in every place that a request fills in.</summary>
    public string Path(string value) => System.Text.RegularExpressions.Regex.Replace(Template, @"\{[^}]+}", value);

    public override string ToString() => $"{Method} {Template}";
}
