using Microsoft.Extensions.Configuration;
using Unleash.Pat.Api.Hosting.Settings;
using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Api.FunctionalTests.Hosting;

/// <summary>docs/configuration.md, "Secrets in files".</summary>
public sealed class SecretFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("unleash-pat-secrets-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_file_overrides_the_environment_and_the_command_line_overrides_it()
    {
        Write("Pats__MaxPerUser", "6\n");
        Write("ConnectionStrings__UnleashPat", "Server=db;Password=a=b \n");

        var configuration = Read(new() { ["Pats:MaxPerUser"] = "5", ["Pats:Enabled"] = "false" }, "--Pats:MaxPerUser=7");
        var withoutArgument = Read(new() { ["Pats:MaxPerUser"] = "5" });

        configuration["Pats:MaxPerUser"].ShouldBe("7");
        configuration["Pats:Enabled"].ShouldBe("false");
        configuration["ConnectionStrings:UnleashPat"].ShouldBe("Server=db;Password=a=b ");
        withoutArgument["Pats:MaxPerUser"].ShouldBe("6");
    }

    [Fact]
    public void Folders_hidden_files_and_those_of_others_are_left_alone()
    {
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "..data"));
        Write(".hidden", "x");
        Write("ignore.me", "x");
        Write("smtp-relay", "x");

        Should.NotThrow(() => new SettingCheck(Read([])).Require());
    }

    [Fact]
    public void A_misspelt_file_is_named()
    {
        Write("Pats__MaxPerUsr", "5");

        Should.Throw<StartupException>(() => new SettingCheck(Read([])).Require()).Message.ShouldContain("did you mean Pats:MaxPerUser?");
    }

    [Fact]
    public void A_folder_that_is_missing_is_named()
    {
        var missing = Path.Combine(_folder.FullName, "missing");

        var message = Should.Throw<StartupException>(() => Read([], "--key-per-file", missing)).Message;

        message.ShouldStartWith("--key-per-file names a folder that cannot be read");
        message.ShouldContain(missing);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.FullName, name), text);

    private ConfigurationManager Read(Dictionary<string, string?> environment, params string[] arguments)
    {
        var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection(environment).AddCommandLine(["--key-per-file", _folder.FullName, .. arguments]);
        SecretFiles.Add(configuration);
        return configuration;
    }
}
