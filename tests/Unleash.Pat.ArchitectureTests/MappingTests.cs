using AutoMapper;
using Microsoft.Extensions.Logging.Abstractions;

namespace Unleash.Pat.ArchitectureTests;

public class MappingTests
{
    [Fact]
    public void Every_property_of_the_wire_is_mapped_or_left_out_on_purpose()
    {
        Service.Types.Where(type => type.IsSubclassOf(typeof(Profile))).ShouldNotBeEmpty();

        new MapperConfiguration(options => options.AddMaps(Service.Api), NullLoggerFactory.Instance).AssertConfigurationIsValid();
    }
}
