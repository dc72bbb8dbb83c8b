namespace Unleash.Pat.AdminUi.Forms;

/// <summary>Tells the dialog that the user has copied or sent its secret.</summary>
internal sealed class SecretTaken(Action take)
{
    public void Take() => take();
}
