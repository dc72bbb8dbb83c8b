using System.Runtime.InteropServices;

namespace Unleash.Pat.AspNetCore.Telemetry;

/// <summary>Counts on the hot path: each core has a number of its own, so that cores do not wait for each other's memory.</summary>
internal sealed class PerCoreCounter
{
    private readonly Cell[] _cells = new Cell[Environment.ProcessorCount];

    public long Total
    {
        get
        {
            var total = 0L;
            for (var core = 0; core < _cells.Length; core++)
            {
                total += Interlocked.Read(ref _cells[core].Value);
            }

            return total;
        }
    }

    public void Increment() =>
        Interlocked.Increment(ref _cells[(uint)Thread.GetCurrentProcessorId() % (uint)_cells.Length].Value);

    // Two cache lines, because processors fetch them in pairs.
    [StructLayout(LayoutKind.Explicit, Size = 128)]
    private struct Cell
    {
        [FieldOffset(64)]
        public long Value;
    }
}
