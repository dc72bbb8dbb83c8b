namespace Unleash.Pat.AspNetCore.Remembering;

/// <summary>The marks of the tokens, or of the accounts, that are remembered. Guarded by the lock of <see cref="RememberedTokens"/>.</summary>
internal sealed class Marks
{
    private readonly Dictionary<string, Mark> _marks = new(StringComparer.Ordinal);

    public Mark Take(string id)
    {
        if (!_marks.TryGetValue(id, out var mark))
        {
            _marks[id] = mark = new Mark(id);
        }

        mark.Holders++;
        return mark;
    }

    public void Release(Mark mark)
    {
        if (--mark.Holders == 0 && !mark.IsForgotten)
        {
            _marks.Remove(mark.Id);
        }
    }

    /// <summary>Sets one flag, however many remembered tokens have the mark. Later ones get a new mark.</summary>
    public void Forget(string id)
    {
        if (_marks.Remove(id, out var mark))
        {
            mark.Forget();
        }
    }
}
