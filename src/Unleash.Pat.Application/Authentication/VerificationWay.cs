namespace Unleash.Pat.Application.Authentication;

/// <summary>How a presented token was verified.</summary>
public enum VerificationWay
{
    /// <summary>Its form was enough: it is no token.</summary>
    Form = 0,

    /// <summary>By what this node remembers.</summary>
    Memory = 1,

    /// <summary>By asking the database.</summary>
    Database = 2,

    /// <summary>It is an admin token of the configuration.</summary>
    Configuration = 3,
}
