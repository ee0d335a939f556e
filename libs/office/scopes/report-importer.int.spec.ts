import { describe, expect, it } from '@jest/globals';
import { somebody } from '../testkit/busy-office.js';
import { District, publishedReport } from '../testkit/district.js';

const bound = (...agencies: string[]) => ({ ...somebody('handler', 'li-si'), agencies });

describe('the import of a published report', () => {
  it('is made by people of the body or of a body that totals it, by nobody else', async () => {
    await using place = await District.open();
    await place.import('town-1', 2023, publishedReport(1), {}, bound('town-1'));
    await place.import('town-1', 2023, publishedReport(2), {}, bound('district'));
    const stranger = place.import('town-1', 2023, publishedReport(3), {}, bound('town-2'));
    await expect(stranger).rejects.toMatchObject({ code: 'outside-scope' });
    const nobody = place.import('nowhere', 2023, publishedReport(3));
    await expect(nobody).rejects.toMatchObject({ code: 'not-found' });
    const auditor = place.import('town-1', 2023, publishedReport(3), {}, somebody('auditor'));
    await expect(auditor).rejects.toMatchObject({ code: 'role-not-allowed' });
    expect((await place.tables(2023, 'own', 'town-1')).figures.table3.new?.[6]).toBe(2);
  });

  it('is refused for a body that keeps its cases here, unless somebody decides that the report counts', async () => {
    await using place = await District.open();
    await place.receive('town-1', 'c-1', '2023-11-01');
    await expect(place.import('town-1', 2023, publishedReport(7))).rejects.toMatchObject({ code: 'keeps-books-here' });
    const precedence = { reason: '十月启用本系统', approvedBy: 'head-1' };
    await place.import('town-1', 2023, publishedReport(7), { precedence });
    const view = await place.tables(2023, 'own', 'town-1');
    expect(view.members).toMatchObject([{ basis: 'imported', imported: { precedence } }]);
    expect(view.figures.table3.new?.[6]).toBe(7);
    // What came before the system was used has its own report.
    await place.import('town-1', 2022, publishedReport(5));
  });

  it('is refused where the year is closed here', async () => {
    await using place = await District.open();
    await place.openRegisters(2023, 0, 'town-1');
    await place.close('town-1', 2023);
    await expect(place.import('town-1', 2023, publishedReport(7))).rejects.toMatchObject({ code: 'year-closed' });
  });

  it('gives way to the edition that is published here later', async () => {
    await using place = await District.open();
    await place.import('town-1', 2023, publishedReport(7));
    await place.openRegisters(2023, 0, 'town-1');
    expect((await place.tables(2023, 'own', 'town-1')).members).toMatchObject([{ basis: 'imported' }]);
    await place.close('town-1', 2023);
    expect((await place.tables(2023, 'own', 'town-1')).members).toMatchObject([{ basis: 'edition' }]);
  });
});
