using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace Unleash.Pat.AspNetCore.UnitTests.Support;

/// <summary>What one container's meter reports.</summary>
internal sealed class Readings : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<string, long> _values = new();

    public Readings(IServiceProvider services)
    {
        var factory = services.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == UnleashPatDefaults.MeterName && ReferenceEquals(instrument.Meter.Scope, factory))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            tags.ToArray().ShouldAllBe(tag => tag.Key == "scheme");
            _values.AddOrUpdate(instrument.Name, value, (_, before) => instrument.IsObservable ? value : before + value);
        });
        _listener.Start();
    }

    public long Of(string instrument)
    {
        _listener.RecordObservableInstruments();
        return _values.GetValueOrDefault(instrument);
    }

    public void Dispose() => _listener.Dispose();
}
