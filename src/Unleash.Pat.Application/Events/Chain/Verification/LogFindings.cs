namespace Unleash.Pat.Application.Events.Chain.Verification;

/// <summary>Collects what is wrong: all are counted, and the first are told.</summary>
internal sealed class LogFindings
{
    /// <summary>The most that are told.</summary>
    public const int MaxTold = 100;

    public const string NoState = "The row of event_chain is missing: somebody deleted it.";

    private readonly List<string> _sentences = [];

    public long Count { get; private set; }

    public IReadOnlyList<string> Sentences => _sentences;

    public void Add(string? sentence)
    {
        if (sentence is null)
        {
            return;
        }

        Count++;
        if (_sentences.Count < MaxTold)
        {
            _sentences.Add(sentence);
        }
    }

    /// <summary>Adds what explains the others, and so is always told.</summary>
    public void AddFirst(string sentence)
    {
        Count++;
        _sentences.Insert(0, sentence);
        if (_sentences.Count > MaxTold)
        {
            _sentences.RemoveAt(MaxTold);
        }
    }

    /// <summary>Counts findings that are not told.</summary>
    public void AddUntold(long count) => Count += count;
}
