using System.Security.Cryptography;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users.Passwords;

/// <summary>Passwords that the service makes.</summary>
public static class GeneratedPassword
{
    private const string Unmistakable = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    private const int Length = 24;

    /// <summary>A random password that can be typed from paper.</summary>
    public static Password Create() => new(RandomNumberGenerator.GetString(Unmistakable, Length));
}
