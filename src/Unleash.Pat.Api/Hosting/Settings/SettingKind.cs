using System.Globalization;
using Unleash.Pat.Api.Http.Addresses;

namespace Unleash.Pat.Api.Hosting.Settings;

/// <summary>The values that a setting accepts.</summary>
/// <param name="Demand">The end of the sentence that begins with the setting's key, without a full stop.</param>
/// <param name="Accepts">Whether a text is such a value; ranges are checked where the value is used.</param>
internal sealed record SettingKind(string Demand, Func<string, bool> Accepts)
{
    /// <summary>Any text, the empty one too.</summary>
    public static SettingKind Text { get; } = new("takes any text", _ => true);

    public static SettingKind FilledText { get; } = new("must not be empty", value => !string.IsNullOrWhiteSpace(value));

    public static SettingKind Boolean { get; } = new("must be true or false", value => bool.TryParse(value, out _));

    public static SettingKind WholeNumber { get; } = new(
        "must be a whole number",
        value => int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _));

    public static SettingKind Duration { get; } = new(
        "must be a time as days.hours:minutes:seconds, for example 30.00:00:00 for 30 days",
        value => TimeSpan.TryParse(value, CultureInfo.InvariantCulture, out _));

    public static SettingKind Path { get; } = new(
        "must be a path of letters, digits and marks such as - . _ ~, for example /unleash", BasePathSetting.IsValid);

    public static SettingKind OneOf(params string[] names) => new(
        $"must be {string.Join(" or ", names)}", value => names.Contains(value, StringComparer.OrdinalIgnoreCase));
}
