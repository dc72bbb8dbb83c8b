using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Unleash.Pat.TestSupport;

/// <summary>What the package Unleash.Pat.AspNetCore reports in one container.</summary>
public sealed class PackageReadings : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<string, long> _values = new();

    public PackageReadings(IServiceProvider services)
    {
        var factory = services.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "Unleash.Pat.AspNetCore" && ReferenceEquals(instrument.Meter.Scope, factory))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            Assert.All(tags.ToArray(), tag => Assert.Equal("scheme", tag.Key));
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
