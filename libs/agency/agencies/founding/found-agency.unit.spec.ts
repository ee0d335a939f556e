import { describe, expect, it } from '@jest/globals';
import { agencies, agencyDeed, founding } from '../../testkit/agencies.js';

describe('found an agency', () => {
  it('records name, level, parent and jurisdiction from that day on', () => {
    agencies
      .given(founding('county', { level: 'county' }))
      .when(founding('bureau', { on: '2018-03-21', name: '发展和改革委员会', parentId: 'county' }))
      .thenRecords('agency.founded', {
        agency: 'bureau',
        on: '2018-03-21',
        name: '发展和改革委员会',
        level: 'county-dept',
        parentId: 'county',
        jurisdiction: 'CN',
      });
  });

  it('is done once', () => {
    agencies.given(founding('bureau')).when(founding('bureau')).thenRefused('agency-exists');
  });

  it('needs a parent that exists on that day', () => {
    const late = founding('county', { on: '2020-01-01' });
    agencies
      .given(late)
      .when(founding('bureau', { parentId: 'county' }))
      .thenRefused('agency-not-existing', 'body.parentId');
    agencies
      .given()
      .when(founding('bureau', { parentId: 'nobody' }))
      .thenRefused('agency-not-existing', 'body.parentId');
    agencies
      .given()
      .when(founding('bureau', { parentId: 'bureau' }))
      .thenRefused('agency-not-existing', 'body.parentId');
  });

  it('is not in the future, by the day in Shanghai', () => {
    agencies
      .given()
      .when(founding('bureau', { on: '2030-06-02' }))
      .thenRefused('date-in-future', 'body.on');
  });

  it.each([
    ['a level that nobody publishes', { level: 'village' }, 'body.level'],
    ['a name of two lines', { name: '发展\n改革局' }, 'body.name'],
    ['a name that turns the reading direction', { name: '发展\u202e改革局' }, 'body.name'],
    ['a name of half a character', { name: '局\ud800' }, 'body.name'],
    ['a name with a blank at the end', { name: '发展改革局 ' }, 'body.name'],
    ['no name', { name: '' }, 'body.name'],
    ['a name of 101 characters', { name: '局'.repeat(101) }, 'body.name'],
    ['a jurisdiction that is none', { jurisdiction: 'cn' }, 'body.jurisdiction'],
    ['a field that there is not', { id: 'x' }, 'body.id'],
    ['a day that there is not', { on: '2023-02-29' }, 'body.on'],
  ])('refuses %s', (_what, body, path) => {
    const error = agencies.given().when(founding('bureau', body)).thenRefused('invalid-input', path);
    expect(error.kind).toBe('invalid');
  });

  it('comes before everything else', () => {
    agencies
      .given()
      .when(agencyDeed('rename-agency', 'bureau', { on: '2020-01-01', name: '新局' }))
      .thenRefused('not-found');
  });

  it('is one of the commands: others do not exist', () => {
    agencies
      .given(founding('bureau'))
      .when(agencyDeed('merge-agency', 'bureau', {}))
      .thenRefused('not-found');
  });
});
