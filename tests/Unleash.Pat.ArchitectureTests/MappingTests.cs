using AutoMapper;
using Microsoft.Extensions.Logging.Abstractions;
using Unleash.Pat.Api.Tokens;

namespace Unleash.Pat.ArchitectureTests;

public class MappingTests
{
    [Fact]
    public void Every_property_of_the_wire_is_mapped_or_left_out_on_purpose() =>
        new MapperConfiguration(options => options.AddProfile<WireProfile>(), NullLoggerFactory.Instance)
            .AssertConfigurationIsValid();

    [Fact]
    public void There_is_no_profile_beside_it() =>
        Service.Types.Where(type => type.IsSubclassOf(typeof(Profile))).ShouldHaveSingleItem().ShouldBe(typeof(WireProfile));
}
