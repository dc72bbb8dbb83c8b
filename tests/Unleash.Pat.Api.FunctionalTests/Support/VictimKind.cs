namespace Unleash.Pat.Api.FunctionalTests.Support;

/// <summary>How a right is taken away.</summary>
internal enum VictimKind
{
    OwnTokenDeleted,
    ServiceAccountTokenDeleted,
    RevokedByHolder,
    UserDeleted,
    ServiceAccountDeleted,
    AccountDemoted,
    AdminTokenDeleted,
}
