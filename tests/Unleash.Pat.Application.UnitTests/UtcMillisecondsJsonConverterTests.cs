using System.Globalization;
using System.Text.Json;

namespace Unleash.Pat.Application.UnitTests;

/// <summary>docs/api.md: UTC with exactly three decimals and <c>Z</c>.</summary>
public class UtcMillisecondsJsonConverterTests
{
    private static readonly JsonSerializerOptions Wire = new() { Converters = { new UtcMillisecondsJsonConverter() } };

    [Theory]
    [InlineData("2027-01-01T00:00:00Z", "2027-01-01T00:00:00.000Z")]
    [InlineData("2027-01-01T02:00:00.12+02:00", "2027-01-01T00:00:00.120Z")]
    [InlineData("2027-01-01T00:00:00.9999999Z", "2027-01-01T00:00:00.999Z")]
    [InlineData("9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000Z")]
    public void An_instant_has_one_form(string instant, string form)
    {
        var value = DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);

        UtcMillisecondsJsonConverter.ToText(value).ShouldBe(form);
        JsonSerializer.Serialize(value, Wire).ShouldBe($"\"{form}\"");
    }

    [Fact]
    public void What_was_written_is_read_back()
    {
        var value = new DateTimeOffset(2027, 1, 1, 12, 0, 0, 123, TimeSpan.Zero);

        JsonSerializer.Deserialize<DateTimeOffset>(JsonSerializer.Serialize(value, Wire), Wire).ShouldBe(value);
    }
}
