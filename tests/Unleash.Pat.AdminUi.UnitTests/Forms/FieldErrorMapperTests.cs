using Unleash.Pat.AdminUi.Forms;
using Unleash.Pat.AdminUi.UnitTests.Support;

namespace Unleash.Pat.AdminUi.UnitTests.Forms;

public class FieldErrorMapperTests
{
    private static readonly string[] Fields = ["description", "expiresAt"];

    [Theory]
    [InlineData("/body/description", "description")]
    [InlineData("/body/expiresAt", "expiresAt")]
    [InlineData("/body/other", null)]
    [InlineData("/body/Description", null)]
    [InlineData("/body/description/0", "description")]
    [InlineData("/body/descriptions", null)]
    [InlineData("/body/", null)]
    [InlineData("/body", null)]
    [InlineData("/path/description", null)]
    [InlineData("description", null)]
    public void The_path_names_the_field(string path, string? field) =>
        FieldErrorMapper.FieldOf(TestErrors.Detail("Any message.", path), Fields).ShouldBe(field);

    [Theory]
    [InlineData("PAT description already exists.")]
    [InlineData("The `/body/description` property must be string. You sent 1.")]
    public void A_message_without_a_path_belongs_to_no_field(string message) =>
        FieldErrorMapper.FieldOf(TestErrors.Detail(message), Fields).ShouldBeNull();
}
