using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.ArchitectureTests;

/// <summary>docs/api.md, section 2: the secret occurs in no exception text; so nothing that holds one prints it.</summary>
public partial class SecretTests
{
    [GeneratedRegex("secret|password|hash", RegexOptions.IgnoreCase)]
    private static partial Regex NameOfASecret { get; }

    [Theory]
    [InlineData(typeof(TokenSecret))]
    [InlineData(typeof(SessionKey))]
    [InlineData(typeof(Password))]
    public void The_types_of_secrets_choose_what_they_print(Type secret) =>
        PrintsByChoice(secret).ShouldBeTrue();

    [Fact]
    public void Whatever_is_revealed_is_not_printed() =>
        Service.Types.Where(type => type.GetMethod("Reveal") is not null)
            .ShouldAllKeep(PrintsByChoice, "What has to be asked for by Reveal must not leave by ToString.");

    [Fact]
    public void No_record_prints_a_secret_because_records_print_everything() =>
        Service.Types.Where(HoldsSecretText).Where(IsRecord)
            .ShouldAllKeep(PrintsByChoice, "A record with a secret or a hash needs a ToString of its own.");

    private static bool HoldsSecretText(Type type) => type
        .GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
        .Any(property => property.PropertyType == typeof(string) && NameOfASecret.IsMatch(property.Name));

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null
        || type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance) is not null;

    private static bool PrintsByChoice(Type type) =>
        type.GetMethod(nameof(ToString), BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly, [])
            is { } print && !print.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);
}
