import type { Channel } from '#casework';
import type { LocalDate } from '#kernel';
import { CaseStory } from './case-story.js';
import { HONGZE } from './office.js';
import { partlyForThirdParty, proposal } from './proposal.js';

let number = 0;

function story(applicant: string, channel: Channel, on: LocalDate): CaseStory {
  return new CaseStory(HONGZE, { year: 2023, number: ++number, applicant, channel, on });
}

const file = (of: CaseStory) => of.document('检');

/** Six of the year's stories are simple; the others show every road that the law leaves open. */
function stories(): readonly CaseStory[] {
  number = 0;
  const told: CaseStory[] = [];
  const tell = (applicant: string, channel: Channel, on: LocalDate, how: (of: CaseStory) => CaseStory) =>
    told.push(how(story(applicant, channel, on)));

  tell('p-0001', 'internet', '2023-01-10', (of) =>
    of
      .confirmed(1)
      .extended(14, 10)
      .proposed(8, proposal('unavailable_not_exist', file(of)))
      .approved(1)
      .replied(1, 'electronic', 0)
      .reconsidered(12, 45, 'upheld')
      .sued(11, 96, 'upheld', 'after-reconsideration'),
  );
  tell('p-0002', 'registered-mail', '2023-01-16', (of) =>
    of
      .proposed(9, proposal('refused_enforcement_file', file(of)))
      .returned(1, ['evidence'])
      .proposed(2, proposal('refused_enforcement_file', file(of)))
      .approved(1)
      .replied(1, 'post', 3)
      .reconsidered(20, 52, 'upheld')
      .sued(14, 110, 'upheld', 'after-reconsideration'),
  );
  tell('p-0003', 'in-person', '2023-02-06', (of) =>
    of
      .askedThirdParty(3, 2, { after: 8, result: 'objects' })
      .proposed(4, partlyForThirdParty(file(of)))
      .approved(1)
      .replied(2, 'direct', 0)
      .reconsidered(25, 56, 'upheld')
      .sued(9, 121, 'upheld', 'after-reconsideration'),
  );
  tell('p-0004', 'internet', '2023-02-13', (of) =>
    of
      .confirmed(1)
      .corrected(4, ['description'], 10, 6)
      .proposed(9, proposal('unavailable_needs_creation', file(of)))
      .approved(1)
      .replied(0, 'electronic', 0),
  );
  tell('p-0005', 'registered-mail', '2023-02-27', (of) =>
    of
      .askedAgency(2, 'hongze-baomiju', { after: 9, result: 'objects' })
      .proposed(3, proposal('refused_state_secret', file(of)))
      .approved(2)
      .replied(1, 'post', 2)
      .reconsidered(15, 58, 'upheld')
      .sued(13, 104, 'upheld', 'after-reconsideration'),
  );
  tell('p-0001', 'email', '2023-03-06', (of) =>
    of
      .confirmed(1)
      .proposed(5, proposal('unavailable_not_this_agency', file(of)))
      .approved(1)
      .replied(1, 'electronic', 0),
  );
  tell('p-0006', 'ordinary-mail', '2023-03-14', (of) =>
    of
      .confirmed(0)
      .proposed(12, proposal('unavailable_not_exist', file(of)))
      .approved(2)
      .replied(1, 'post', 4)
      .reconsidered(18, 49, 'upheld')
      .sued(12, 130, 'upheld', 'after-reconsideration'),
  );
  tell('p-0007', 'internet', '2023-03-27', (of) =>
    of
      .confirmed(1)
      .proposed(4, proposal('not_processed_petition', file(of)))
      .approved(1)
      .replied(1, 'electronic', 0)
      .reconsidered(22, 40, 'upheld'),
  );
  tell('p-0008', 'registered-mail', '2023-04-10', (of) =>
    of
      .proposed(13, proposal('refused_process_information', file(of)))
      .approved(2)
      .replied(1, 'post', 3)
      .reconsidered(16, 57, 'corrected')
      .repliedAgain(14),
  );
  tell('p-0009', 'in-person', '2023-04-18', (of) =>
    of
      .extended(16, 15)
      .proposed(11, proposal('partially_granted', file(of)))
      .approved(2)
      .replied(1, 'direct', 0)
      .madePublic(20),
  );
  tell('p-0010', 'internet', '2023-05-08', (of) =>
    of
      .confirmed(1)
      .corrected(6, ['identity', 'contact'], 15, 9)
      .proposed(13, proposal('unavailable_not_exist', file(of)))
      .approved(1)
      .replied(1, 'electronic', 0)
      .reconsidered(19, 44, 'upheld'),
  );
  tell('p-0002', 'registered-mail', '2023-05-22', (of) =>
    of
      .proposed(10, proposal('unavailable_needs_creation', file(of)))
      .approved(2)
      .replied(1, 'post', 3),
  );
  tell('p-0011', 'fax', '2023-06-05', (of) =>
    of
      .confirmed(1)
      .corrected(5, ['description', 'form-of-provision'], 10, 10)
      .proposed(6, proposal('unavailable_not_this_agency', file(of)))
      .approved(1)
      .replied(1, 'post', 3),
  );
  tell('p-0012', 'internet', '2023-06-19', (of) =>
    of
      .confirmed(1)
      .proposed(11, proposal('unavailable_not_exist', file(of)))
      .returned(1, ['wording'])
      .proposed(1, proposal('unavailable_not_exist', file(of)))
      .approved(1)
      .replied(1, 'electronic', 0)
      .reconsidered(30, 53, 'upheld'),
  );
  tell('p-0013', 'registered-mail', '2023-07-03', (of) =>
    of
      .askedThirdParty(4, 3, null)
      .proposed(5, partlyForThirdParty(file(of)))
      .approved(2)
      .replied(1, 'post', 3),
  );
  tell('p-0014', 'internet', '2023-07-24', (of) =>
    of
      .confirmed(1)
      .proposed(15, proposal('unavailable_not_exist', file(of)))
      .approved(1)
      .replied(1, 'electronic', 0),
  );
  tell('p-0015', 'in-person', '2023-08-14', (of) =>
    of
      .proposed(7, proposal('unavailable_needs_creation', file(of)))
      .approved(1)
      .replied(1, 'direct', 0),
  );
  tell('p-0009', 'registered-mail', '2023-08-28', (of) =>
    of
      .proposed(12, proposal('unavailable_not_exist', file(of)))
      .approved(1)
      .replied(1, 'post', 2)
      .reconsidered(20, 60, 'upheld')
      .sued(12, 95, 'upheld', 'after-reconsideration'),
  );
  tell('p-0016', 'internet', '2023-09-11', (of) =>
    of
      .confirmed(1)
      .askedThirdParty(2, 2, { after: 6, result: 'partly-agrees' })
      .proposed(3, partlyForThirdParty(file(of)))
      .approved(1)
      .replied(1, 'electronic', 0)
      .reconsidered(10, 60, 'upheld')
      .sued(13, 70, 'other', 'after-reconsideration'),
  );
  tell('p-0017', 'registered-mail', '2023-10-09', (of) =>
    of
      .proposed(6, proposal('unavailable_not_this_agency', file(of)))
      .approved(1)
      .replied(1, 'post', 3),
  );
  tell('p-0018', 'internet', '2023-10-30', (of) =>
    of
      .confirmed(1)
      .proposed(14, proposal('unavailable_not_exist', file(of)))
      .approved(2)
      .replied(0, 'electronic', 0),
  );
  return told;
}

/** The 21 applications of 2023: none granted, 4 partly, 3 refused, 13 unable, 1 petition; 11 reconsiderations, 5 suits. */
export const HONGZE_CASES_2023: readonly CaseStory[] = stories();
