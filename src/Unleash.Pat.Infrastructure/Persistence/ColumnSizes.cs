namespace Unleash.Pat.Infrastructure.Persistence;

/// <summary>Lengths of columns for which the domain has no rule.</summary>
internal static class ColumnSizes
{
    public const int EventType = 100;
    public const int Address = 64;
    public const int AccountType = 32;
    public const int PasswordHash = 255;
}
