import { describe, expect, it } from '@jest/globals';
import { countersAfter, entry, registers, type RegisterDeed } from '../../testkit/registers.js';
import { table2Of } from '../tables/table2.js';

const documents = (on: string, movement: string, count: number, kind = 'normativeDocuments') =>
  entry('record-documents', { on, kind, movement, count });

const normativeDocumentsOf = (year: number, ...deeds: RegisterDeed[]) =>
  table2Of(countersAfter(...deeds), year, '2021').normativeDocuments;

describe('record documents (第二十条第（一）项)', () => {
  it('records the body for agency and year', () => {
    registers
      .given()
      .when(
        entry('record-documents', {
          on: '2023-05-01',
          kind: 'regulations',
          movement: 'made',
          count: 2,
          references: ['洪政发〔2023〕1号'],
        }),
      )
      .thenRecords('register.documents-recorded', {
        agency: 'bureau-1',
        year: 2023,
        on: '2023-05-01',
        kind: 'regulations',
        movement: 'made',
        count: 2,
        references: ['洪政发〔2023〕1号'],
      });
  });

  it('knows what is in force only from an opening on', () => {
    expect(normativeDocumentsOf(2023, documents('2023-03-01', 'made', 3))).toEqual({
      made: 3,
      repealed: 0,
      inForce: null,
    });
    const opened = [documents('2022-01-01', 'opening', 5), documents('2023-03-01', 'made', 3)];
    expect(normativeDocumentsOf(2021, ...opened).inForce).toBeNull();
    expect(normativeDocumentsOf(2022, ...opened)).toEqual({ made: 0, repealed: 0, inForce: 5 });
    expect(normativeDocumentsOf(2023, ...opened)).toEqual({ made: 3, repealed: 0, inForce: 8 });
    expect(normativeDocumentsOf(2024, ...opened)).toEqual({ made: 0, repealed: 0, inForce: 8 });
  });

  it('takes an opening as the state at the beginning of its day', () => {
    const deeds = [
      documents('2023-06-29', 'made', 100),
      documents('2023-06-30', 'repealed', 1),
      documents('2023-06-30', 'opening', 10),
      documents('2023-07-01', 'made', 4),
    ];
    expect(normativeDocumentsOf(2023, ...deeds)).toEqual({ made: 104, repealed: 1, inForce: 13 });
  });

  it('starts anew from a later opening: a stocktaking may differ from the running balance', () => {
    const deeds = [
      documents('2022-01-01', 'opening', 10),
      documents('2022-05-01', 'repealed', 5),
      documents('2023-01-01', 'opening', 5),
    ];
    expect(normativeDocumentsOf(2022, ...deeds).inForce).toBe(5);
    expect(normativeDocumentsOf(2023, ...deeds, documents('2023-02-01', 'made', 1)).inForce).toBe(6);
  });

  it('states 0 only as an opening', () => {
    expect(normativeDocumentsOf(2023, documents('2023-01-01', 'opening', 0))).toEqual({
      made: 0,
      repealed: 0,
      inForce: 0,
    });
    registers
      .given()
      .when(documents('2023-01-01', 'made', 0))
      .thenRefused('count-zero', 'body.count');
  });

  it('takes one opening a day and kind', () => {
    const given = registers.given(documents('2023-01-01', 'opening', 5));
    given.when(documents('2023-01-01', 'opening', 6)).thenRefused('already-stated');
    given.when(documents('2023-01-01', 'publishedOpening', 6)).thenRecords('register.documents-recorded', { count: 6 });
    given
      .when(documents('2023-01-01', 'opening', 6, 'regulations'))
      .thenRecords('register.documents-recorded', { count: 6 });
    given.when(documents('2023-01-02', 'opening', 6)).thenRecords('register.documents-recorded', { count: 6 });
  });

  it.each([
    [{ count: -1 }, 'body.count'],
    [{ count: 1.5 }, 'body.count'],
    [{ count: 1_000_000_001 }, 'body.count'],
    [{ count: '3' }, 'body.count'],
    [{ kind: 'decrees' }, 'body.kind'],
    [{ movement: 'revised' }, 'body.movement'],
    [{ references: [''] }, 'body.references[0]'],
    [{ year: 2023 }, 'body.year'],
  ])('refuses %j', (wrong, path) => {
    const body = { on: '2023-01-01', kind: 'regulations', movement: 'made', count: 1, ...wrong };
    registers.given().when(entry('record-documents', body)).thenRefused('invalid-input', path);
  });
});
