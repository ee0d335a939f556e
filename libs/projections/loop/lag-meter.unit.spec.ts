import { describe, expect, it } from '@jest/globals';
import { LagMeter } from './lag-meter.js';

describe('the lag meter', () => {
  it('is zero at the head', () => {
    expect(new LagMeter().measure('5', '5', 1000)).toBe(0);
  });

  it('counts from the first sight of a head that is not reached', () => {
    const meter = new LagMeter();
    expect(meter.measure('5', '6', 1000)).toBe(0);
    expect(meter.measure('5', '6', 1400)).toBe(400);
    expect(meter.measure('5', '9', 1500)).toBe(500);
  });

  it('starts afresh when that head is reached, though newer events are waiting', () => {
    const meter = new LagMeter();
    meter.measure('5', '6', 1000);
    expect(meter.measure('6', '9', 9000)).toBe(0);
    expect(meter.measure('8', '9', 9100)).toBe(100);
    expect(meter.measure('9', '9', 9200)).toBe(0);
  });

  it('does not call a projection late that slept until an event came', () => {
    const meter = new LagMeter();
    meter.measure('5', '5', 0);
    expect(meter.measure('5', '6', 3_600_000)).toBe(0);
  });

  it('goes on counting while the head cannot be read', () => {
    const meter = new LagMeter();
    meter.measure('5', '6', 1000);
    expect(meter.measure('5', undefined, 1300)).toBe(300);
  });
});
