using System.Text;
using Unleash.Pat.Application.Hosting;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Users;
using Unleash.Pat.Infrastructure.Persistence;
using Unleash.Pat.Infrastructure.Persistence.Migrations;

namespace Unleash.Pat.Infrastructure.Security;

/// <inheritdoc cref="IInitialPasswordKeeper" />
internal sealed class InitialPasswordFile(IMigrationTarget target) : IInitialPasswordKeeper
{
    private const string FileName = "initial-admin-password";

    public async Task<string?> KeepAsync(Password password, CancellationToken cancellationToken)
    {
        if (!Console.IsOutputRedirected)
        {
            return null;
        }

        var file = Path.Combine(target.Folder, FileName);
        try
        {
            await WriteAsync(file, password, cancellationToken);
            return file;
        }
        catch (IOException) when (File.Exists(file))
        {
            throw new StartupException(
                $"The file {file} is there already, and would have to be replaced by the first administrator's password; remove it, or set InitialAdmin:Password.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartupException(
                $"The first administrator's password cannot be written to {file}, so no account was created: {exception.Message} Let the service write there, or set InitialAdmin:Password.",
                exception);
        }
    }

    public void Discard(string file) => File.Delete(file);

    // Threat: another user of the machine reads the file, or has put one, or a link, in its place.
    private static async Task WriteAsync(string file, Password password, CancellationToken cancellationToken)
    {
        await using var stream = PrivateFile.Create(file);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(password.Reveal() + '\n'), cancellationToken);
        stream.Flush(flushToDisk: true);
    }
}
